import type { Diagnostic } from '../../../base/index.ts';
import { inLines, type Terminal } from '../../process/terminal.ts';
import { madeLines } from '../../render-one.ts';
import type { Reporter } from '../../report/reporter.ts';
import type { RecordResult, Task } from '../types.ts';
import { type Gauge, silent, tenths } from './gauge.ts';
import { isMany } from './many.ts';

/** Tells how a run goes on. */
export type Progress = {
  /** Tells what was found before any record, as in forms and fonts. */
  readonly opened: (findings: readonly Diagnostic[]) => void;
  /** Takes the result of a record, in any order. */
  readonly done: (result: RecordResult) => void;
  /** Takes the bar away; to be called however the run ends, and before anything else is printed. */
  readonly stop: () => void;
};

export type ProgressWish = {
  readonly task: Task;
  readonly terminal: Terminal;
  /** Takes what is found; it counts what is not told. */
  readonly reporter: Reporter;
  /** How many records there are to do. */
  readonly total: number;
  /** Only failures are told. */
  readonly quiet?: boolean;
  /** Every file is told, with how it was set, however many there are. */
  readonly verbose?: boolean;
  /** Whether a person looks on at `terminal.err`; left out: the process is asked, where it matters. */
  readonly isTerminal?: boolean;
};

/**
 * Tells each record with all that was found in it, or of many their errors in full and how far the run has come: by a
 * bar on a terminal, elsewhere by a line for every tenth. Progress and findings go to `err`, finished files to `out`.
 * Where files are only compared, errors are all that is told of a record: they name it.
 */
export async function openProgress(wish: ProgressWish): Promise<Progress> {
  if (!isMany(wish.total) || wish.verbose) return listing(wish);
  return gauging(wish, await openGauge(wish));
}

function listing({ task, terminal, reporter, quiet }: ProgressWish): Progress {
  return {
    opened: reporter.report,
    done: (result) => {
      const isTold = task === 'write' && (result.state === 'failed' || !quiet);
      reporter.report(isTold ? result.findings : errorsOf(result));
      reporter.count(result.findings);
      if (task === 'verify') return;
      if (result.state === 'failed') terminal.err(failedLine(result));
      else if (!quiet) terminal.out(inLines(madeLines(result, result.state !== 'unchanged')));
    },
    stop: () => undefined,
  };
}

const errorsOf = ({ findings }: RecordResult): readonly Diagnostic[] =>
  findings.filter(({ severity }) => severity === 'error');

const failedLine = ({ file }: RecordResult): string => `没有生成：${file}\n`;

/** Whether a person looks on, on a terminal that can draw over a line. */
const isWatched = (): boolean => process.stderr.isTTY === true && process.env.TERM !== 'dumb';

async function openGauge({ task, terminal, total, quiet, isTerminal = isWatched() }: ProgressWish): Promise<Gauge> {
  if (quiet) return silent;
  if (!isTerminal) return tenths({ task, terminal, total });
  const { openBar } = await import('./bar.ts');
  return openBar({ task, terminal, total }, () => process.stderr.columns || 80);
}

/** Of many records errors are told in full, for each must be mended; warnings are only counted: a report lists them. */
function gauging({ task, terminal, reporter }: ProgressWish, gauge: Gauge): Progress {
  let done = 0;
  let failed = 0;
  const tellFailure = (result: RecordResult): void => {
    failed += 1;
    gauge.above(() => {
      reporter.report(errorsOf(result));
      if (task === 'write') terminal.err(failedLine(result));
    });
  };
  return {
    opened: (findings) => gauge.above(() => reporter.report(findings)),
    done: (result) => {
      done += 1;
      if (result.state === 'failed') tellFailure(result);
      reporter.count(result.findings);
      gauge.step(done, failed);
    },
    stop: () => gauge.stop(),
  };
}
