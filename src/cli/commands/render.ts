import type { Places } from '../../press.ts';
import { type Books, hasBooks, openBooks } from '../batch/books/books.ts';
import { manifestPath } from '../batch/books/manifest-file.ts';
import { type ClosingOptions, closeRun, isReportWritten } from '../batch/closing/closing.ts';
import { withUnmade } from '../batch/closing/unmade.ts';
import type { CrewOptions } from '../batch/crew/crew.ts';
import type { Errand } from '../batch/engine.ts';
import { openProgress } from '../batch/progress/progress.ts';
import { runBatch } from '../batch/run.ts';
import type { RunResult, Task } from '../batch/types.ts';
import { nodeWorld } from '../disk/world.ts';
import { type FoundApart, findApart } from '../inputs/inputs.ts';
import { fencedWorld } from '../inputs/template-folders.ts';
import { type ExitCode, exit, type Terminal } from '../process/terminal.ts';
import { endFaulty, openReporter, type Reporter } from '../report/reporter.ts';
import { findPlaces, type WorkshopOptions } from '../workshop.ts';

export type RenderOptions = WorkshopOptions &
  CrewOptions &
  ClosingOptions & {
    /** Everything is made anew. */
    readonly fresh?: boolean;
    /** Nothing is written, but compared with what is there. */
    readonly verify?: boolean;
  };

/** What there is to do, and where is told how it goes. */
type Job = FoundApart & {
  readonly task: Task;
  readonly args: readonly string[];
  readonly places: Places;
  readonly options: RenderOptions;
  readonly terminal: Terminal;
  readonly reporter: Reporter;
};

/**
 * `biaoli render`: sets each record that has changed and writes it in each format; a faulty record does not stop the
 * others. With `verify` it compares instead.
 */
export async function render(args: readonly string[], options: RenderOptions, terminal: Terminal): Promise<ExitCode> {
  const reporter = openReporter(terminal, nodeWorld());
  const places = findPlaces(options);
  if (!places.ok) return endFaulty(reporter, places.problems);
  const found = findApart(args);
  const task = options.verify === true ? 'verify' : 'write';
  const job: Job = { ...found, task, places: places.value, args, options, terminal, reporter };
  reporter.report([...places.warnings, ...found.problems]);
  return found.inputs.length === 0 ? nothingToDo(job) : work(job);
}

/** All that was named is left out; a report says so too. */
async function nothingToDo(job: Job): Promise<ExitCode> {
  const { task, leftOut, options, reporter } = job;
  const run = { task, records: [], total: 0, jobs: 0, time: 0, interrupted: false } as const;
  if (options.report !== undefined) await isReportWritten(withUnmade<RunResult>(run, leftOut), job, options.report);
  reporter.finish();
  return exit.faulty;
}

async function work(job: Job): Promise<ExitCode> {
  const { task, inputs, options, terminal, reporter } = job;
  const { out, quiet = false, verbose = false } = options;
  // A record that is alone begins no books.
  const remembers = task === 'write' && (inputs.length > 1 || hasBooks(out));
  const errand: Errand = { ...options, task, remembers };
  const books = remembers ? booksOf(errand, job) : null;
  const progress = await openProgress({ task, terminal, reporter, total: inputs.length, quiet, verbose });
  const run = await runBatch({
    inputs,
    errand,
    crew: options,
    books,
    isFresh: options.fresh === true || verbose,
    opened: progress.opened,
    done: progress.done,
  }).finally(progress.stop);
  if (!run.isOpen) {
    reporter.finish();
    return exit.faulty;
  }
  return closeRun({ ...job, run: withUnmade(run, job.leftOut), books });
}

function booksOf(errand: Errand, { places, terminal }: Job): Books {
  const books = openBooks(errand, places, fencedWorld(nodeWorld(), places.templates));
  if (books.isUnusable)
    terminal.err(`${manifestPath(errand.out)} 用不了（损坏，或者是别的版本写的），全部重新生成。\n`);
  return books;
}
