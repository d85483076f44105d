import path from 'node:path';
import { type Diagnostic, findingsOf } from '../../base/index.ts';
import { type LeftOut, type Member, missingInTotals, type SummaryTable } from '../../volume/index.ts';
import { warningLines } from '../batch/closing/summary.ts';
import { removeLeftovers } from '../batch/leftovers.ts';
import { isMany } from '../batch/progress/many.ts';
import { openProgress } from '../batch/progress/progress.ts';
import { failedResult, type RecordResult } from '../batch/types.ts';
import { writeTogether } from '../disk/output.ts';
import { nodeWorld } from '../disk/world.ts';
import { archivePacker } from '../pack/archive.ts';
import { volumePacker } from '../pack/bound.ts';
import { leftOutFor } from '../pack/left-out.ts';
import { sortingOf } from '../pack/order.ts';
import type { Packer } from '../pack/types.ts';
import { isStopped, openInterrupt } from '../process/interrupted.ts';
import { type ExitCode, exit, inLines, type Terminal } from '../process/terminal.ts';
import { visibleText } from '../width.ts';
import { doJob, type Job, type WorkshopOptions } from '../workshop.ts';

export type PackOptions = WorkshopOptions & {
  /** The file to write, .pdf or .zip. */
  readonly out: string;
  /** What the contents are headed with; left out: the name of the file. */
  readonly title?: string;
  readonly duplex?: boolean;
  /** Packs what is sound where some of it is not. */
  readonly partial?: boolean;
};

type Order = {
  readonly args: readonly string[];
  readonly options: PackOptions;
  readonly terminal: Terminal;
  /** Nothing more is taken, and nothing written. */
  readonly stop: AbortSignal;
};

/** `biaoli pack`: binds the forms of all records in one PDF, or packs them in one archive. */
export const pack = (args: readonly string[], options: PackOptions, terminal: Terminal): Promise<ExitCode> =>
  doJob({ args, options, terminal }, async (job) => {
    const interrupt = openInterrupt();
    const order = { args, options, terminal, stop: interrupt.signal };
    const isArchive = path.extname(options.out).toLowerCase() === '.zip';
    try {
      const code = isArchive
        ? await packWith(archivePacker(job.press), job, order)
        : await packWith(await volumePacker(job.press), job, order);
      job.reporter.finish();
      return code;
    } finally {
      interrupt.close();
    }
  });

async function packWith<T extends { readonly member: Member }>(
  packer: Packer<T>,
  job: Job,
  { args, options, terminal, stop }: Order,
): Promise<ExitCode> {
  const { reporter } = job;
  const refused = refusal(job, options);
  if (refused !== null) return notBound(terminal, refused);
  const all = await takeAll(packer, job, { terminal, stop });
  if (all === null) return stopped(terminal);
  const { taken, leftOut } = all;
  const lack = lackOf(all, job.inputs.length, options);
  if (lack !== null) return notBound(terminal, lack);
  const { out, title = job.press.printable(path.basename(out, path.extname(out))), duplex = false } = options;
  const made = await job.press.withFonts(() => packer.make(sortingOf(args)(taken), { out, title, leftOut, duplex }));
  reporter.report(findingsOf(made));
  if (!made.ok) return exit.faulty;
  if (await isStopped(stop)) return stopped(terminal);
  removeLeftovers([path.dirname(out)]);
  const written = writeTogether(made.value.files, true);
  if (!written.ok) {
    reporter.report(written.problems);
    return exit.faulty;
  }
  for (const [i, file] of written.value.entries()) terminal.out(`已生成 ${file}${i === 0 ? made.value.told : ''}\n`);
  terminal.out(inLines(made.value.tables.flatMap(totalsLines)));
  if (leftOut.length === 0) return exit.fine;
  terminal.err(`有 ${leftOut.length} 份有错误，没有收入，列在目录后面。\n`);
  return exit.faulty;
}

/** Why nothing can be bound, known before any record is read; null where it can be tried. */
function refusal({ problems, colliding, press }: Job, { title = '', partial = false }: PackOptions): string | null {
  if (colliding.length > 0) return '有几份数据在册里会是同一份，改了文件名再来';
  if (problems.length > 0 && !partial)
    return `${problems.map(({ at }) => `“${visibleText(at.file)}”`).join('、')}没有找到数据，或者读不了`;
  const lacking = firstLacking(title, press);
  return lacking === null ? null : `--title 里的“${lacking}”没有一种字体有，换掉它再来`;
}

/** Why what was taken of `count` records is not bound; null where it is. */
function lackOf({ taken, leftOut }: Taken<unknown>, count: number, { partial = false }: PackOptions): string | null {
  const done = `${count} 份数据，${leftOut.length} 份有错误`;
  if (leftOut.length > 0 && !partial) return `${done}。改好再来，或者加上 --partial，先收没有错误的`;
  return taken.length === 0 ? `${done}，没有可收的` : null;
}

function notBound(terminal: Terminal, why: string): ExitCode {
  terminal.err(`没有成册：${why}。\n`);
  return exit.faulty;
}

/** What has to be known of the totals of a summary table. */
function totalsLines(table: SummaryTable): readonly string[] {
  const missing = missingInTotals(table).map(({ title, count }) => `“${title}”${count} 份`);
  const isMixed = table.totals !== null && table.years.length > 1;
  return [
    ...(missing.length > 0 ? [`${table.form}的汇总表：空着的没有算进合计：${missing.join('、')}。`] : []),
    ...(isMixed ? [`${table.form}的汇总表：有 ${table.years.join('、')} 几个年度，合计把它们加在一起。`] : []),
  ];
}

/** The first character of a title that no font has; null: they have all. */
function firstLacking(title: string, { printable }: Job['press']): string | null {
  const printed = [...printable(title)];
  return [...title].find((character, i) => character !== printed[i]) ?? null;
}

function stopped(terminal: Terminal): ExitCode {
  terminal.err('中途停下了，没有成册，什么也没有写。\n');
  return exit.interrupted;
}

/** The records that are bound, and those that have errors. */
type Taken<T> = { readonly taken: readonly T[]; readonly leftOut: readonly LeftOut[] };

/**
 * Takes all records, and tells of each what is wrong with it; of many, as when they are rendered. What is wrong
 * with arguments was told. Null where it was stopped.
 */
async function takeAll<T extends { readonly member: Member }>(
  packer: Packer<T>,
  { inputs, problems, reporter, press: { printable } }: Job,
  { terminal, stop }: Pick<Order, 'terminal' | 'stop'>,
): Promise<Taken<T> | null> {
  const world = nodeWorld();
  const taken: T[] = [];
  const leaveOut = (file: string, found: readonly Diagnostic[]): LeftOut => {
    const why = leftOutFor(file, found, world);
    return { ...why, file: printable(why.file) };
  };
  const leftOut = problems.map((why) => leaveOut(why.at.file, [why]));
  const results: RecordResult[] = [];
  const total = inputs.length;
  const progress = isMany(total) ? await openProgress({ task: 'write', terminal, reporter, total }) : null;
  for (const input of inputs) {
    if (await isStopped(stop)) {
      progress?.stop();
      return null;
    }
    const { file } = input;
    const one = await packer.take(input);
    if (one.ok) taken.push(one.value);
    else leftOut.push(leaveOut(file, one.problems));
    if (progress === null) {
      reporter.report(findingsOf(one));
      continue;
    }
    // What was bound counts as a record that there was no need to write.
    const result: RecordResult = { ...failedResult(file, findingsOf(one)), ...(one.ok && { state: 'unchanged' }) };
    progress.done(result);
    results.push(result);
  }
  progress?.stop();
  terminal.err(inLines(warningLines(results)));
  return { taken, leftOut };
}
