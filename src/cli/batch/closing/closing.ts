import type { FoundApart } from '../../inputs/inputs.ts';
import { type ExitCode, exit, inLines, type Terminal } from '../../process/terminal.ts';
import type { Target } from '../../render-one.ts';
import type { Reporter } from '../../report/reporter.ts';
import type { Books } from '../books/books.ts';
import { OWN_FOLDER } from '../books/manifest-file.ts';
import type { Ended } from '../run.ts';
import type { RunResult } from '../types.ts';
import { extraOutputs } from './extra.ts';
import { otherFormats, outdatedOutputs } from './outdated.ts';
import { summaryLines } from './summary.ts';
import { listed, tidy } from './tidy.ts';
import { withUnmade } from './unmade.ts';

/** What a command line says of how a run ends. */
export type ClosingOptions = Target & {
  /** Output of records that are gone is removed. */
  readonly prune?: boolean;
  /** Only failures are told, and what it came to. */
  readonly quiet?: boolean;
  /** Where what the run came to is written. */
  readonly report?: string;
};

/** A run that has ended, and what it was asked to do. */
export type Closing = FoundApart & {
  readonly run: Ended;
  readonly args: readonly string[];
  readonly books: Books | null;
  readonly options: ClosingOptions;
  readonly terminal: Terminal;
  readonly reporter: Reporter;
};

/** Writes down what was done and says what it came to. */
export async function closeRun(closing: Closing): Promise<ExitCode> {
  const { run, args, inputs, options, terminal, reporter } = closing;
  const { quiet = false } = options;
  const verify = run.task === 'verify';
  const looseEnds = verify ? [] : await tieUp(closing);
  const extra = verify && !run.interrupted ? extraOutputs(args, inputs, options) : [];
  reporter.report(extra);
  const whole = withUnmade(
    run,
    extra.map((why) => ({ file: why.at.file, why })),
  );
  const isReported = options.report === undefined || (await isReportWritten(whole, closing, options.report));
  const failed = run.records.filter(({ state }) => state === 'failed').length;
  if (!quiet) reporter.finish();
  if (run.isUnwritable) terminal.err('接连几份都写不进去，剩下的没有再做；照上面的办法改好，再运行同样的命令。\n');
  const lines = [...looseEnds, ...(verify ? [verifyLine(run, failed, extra.length)] : summaryLines(run))];
  // The last line says what it came to.
  terminal.out(inLines(quiet ? lines.slice(-1) : lines));
  if (run.interrupted && !run.isUnwritable) return exit.interrupted;
  return failed + extra.length > 0 || run.isUnwritable || !isReported ? exit.faulty : exit.fine;
}

/** Notes what was done, removes what it may, and says what lies beside the output and is not of this run. */
async function tieUp({ run, args, inputs, leftOut, problems, books, options, terminal }: Closing): Promise<string[]> {
  const { out, prune = false } = options;
  const all = [...inputs, ...leftOut];
  // Where something could not be looked at, nobody knows what is gone.
  const isSure = !run.interrupted && !problems.some(({ code }) => code !== 'E007');
  const tidied = books === null || !isSure ? [] : tidy(books.gone(args, all), books, { out, prune });
  const isUnknown = prune && isSure && (books === null || books.isNew);
  const unknown = isUnknown ? extraOutputs(args, all, options).map(({ at }) => at.file) : [];
  if (books !== null && !(await books.save()) && run.records.some(({ state }) => state === 'written'))
    terminal.err(`记不下这次做了什么（写不了 ${out}/${OWN_FOLDER}），下次要全部重新生成。\n`);
  const outdated = outdatedOutputs(run.records, all, options);
  const others = otherFormats(run.records, inputs, options);
  return [
    ...tidied,
    ...listed('没有上次的清单，认不出这些是不是以前生成的，没有删', unknown),
    ...listed('没有生成的，上次的成品还在，没有动，和现在的数据不是一回事', outdated),
    ...listed('旁边另一种格式的是以前生成的，可能和现在的数据不是一回事', others),
  ];
}

/** Writes the report of a run and says where it is; false, and told, where it cannot be written. */
export async function isReportWritten(
  run: RunResult,
  { options, terminal, reporter }: Pick<Closing, 'options' | 'terminal' | 'reporter'>,
  file: string,
): Promise<boolean> {
  const { writeReport } = await import('../report/index.ts');
  const written = await writeReport(run, file);
  if (!written.ok) reporter.report(written.problems);
  else if (options.quiet !== true) terminal.out(`报告写在 ${written.value}\n`);
  return written.ok;
}

function verifyLine({ records, total }: Ended, failed: number, extra: number): string {
  const rest = total - records.length;
  const same = records.length - failed;
  const counts = [
    ...(failed === 0 ? [`${same} 份的成品都和数据一致`] : [`${same} 份一致，${failed} 份对不上或有错误`]),
    ...(extra === 0 ? [] : [`多出 ${extra} 个成品`]),
    ...(rest === 0 ? [] : [`${rest} 份没有核对到`]),
  ];
  return `核对：${counts.join('，')}。`;
}
