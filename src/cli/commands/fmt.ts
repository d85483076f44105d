import { buffer } from 'node:stream/consumers';
import { andThen, succeed } from '../../base/index.ts';
import { replaceFile } from '../disk/output.ts';
import { nodeWorld, withTexts } from '../disk/world.ts';
import { compareBytes, compareFile, type Formatter, openFormatter } from '../format-file.ts';
import { findFiles } from '../inputs/inputs.ts';
import { type ExitCode, exit, type Terminal } from '../process/terminal.ts';
import { endFaulty, openReporter, type Reporter } from '../report/reporter.ts';
import type { WorkshopOptions } from '../workshop.ts';

export type FmtOptions = WorkshopOptions & { readonly check?: boolean };

/** What stands for the standard input on the command line, and what it is called in diagnostics. */
const STANDARD_INPUT = '-';
const STANDARD_NAME = '标准输入';

/** `biaoli fmt`: puts records into the one layout, or with `--check` only says which are not in it. */
export async function fmt(
  args: readonly string[],
  options: FmtOptions,
  terminal: Terminal,
  readInput: () => Promise<Uint8Array> = () => buffer(process.stdin),
): Promise<ExitCode> {
  if (args.includes(STANDARD_INPUT) && args.length > 1) {
    terminal.err('“-”（标准输入）只能单独写，不能和文件写在一起。\n');
    return exit.usage;
  }
  const formatter = await openFormatter(options);
  if (args.includes(STANDARD_INPUT)) {
    const bytes = await readInput();
    const texts = new Map([[STANDARD_NAME, succeed(new TextDecoder().decode(bytes))]]);
    const reporter = openReporter(terminal, withTexts(nodeWorld(), texts));
    const work = andThen(formatter, (format) => compareBytes(STANDARD_NAME, bytes, format));
    if (!work.ok) return endFaulty(reporter, work.problems);
    if (work.value.note !== null) terminal.err(`${STANDARD_NAME}：${work.value.note}。\n`);
    if (!options.check) terminal.out(new TextDecoder().decode(work.value.bytes));
    return options.check && !work.value.same ? exit.faulty : exit.fine;
  }
  const reporter = openReporter(terminal, nodeWorld());
  const work = andThen(formatter, (format) => andThen(findFiles(args), (inputs) => succeed({ format, inputs })));
  if (!work.ok) return endFaulty(reporter, work.problems);
  const files = work.value.inputs.map(({ file }) => file);
  const counts = formatFiles(files, work.value.format, { check: options.check === true, terminal, reporter });
  reporter.finish();
  terminal.out(`${options.check ? checkedWords(counts) : doneWords(counts)}\n`);
  return counts.faulty > 0 || (options.check && counts.changed > 0) ? exit.faulty : exit.fine;
}

type Counts = { changed: number; same: number; faulty: number };

type Run = { readonly check: boolean; readonly terminal: Terminal; readonly reporter: Reporter };

/** Formats each file; a faulty one does not stop the others. */
function formatFiles(files: readonly string[], format: Formatter, { check, terminal, reporter }: Run): Counts {
  const counts: Counts = { changed: 0, same: 0, faulty: 0 };
  for (const file of files) {
    const done = andThen(compareFile(file, format), (compared) =>
      compared.same || check ? succeed(compared) : andThen(replaceFile(file, compared.bytes), () => succeed(compared)),
    );
    if (!done.ok) {
      reporter.report(done.problems);
      terminal.err(`没有整理：${file}\n`);
      counts.faulty += 1;
      continue;
    }
    const { text, note, same } = done.value;
    if (note !== null) terminal.err(`${file}：${note}。\n`);
    if (text === null) continue;
    counts[same ? 'same' : 'changed'] += 1;
    if (!same) terminal.out(`${check ? '不整齐' : '已整理'} ${file}\n`);
  }
  return counts;
}

const faultyWords = ({ faulty }: Counts): string => (faulty === 0 ? '' : `，${faulty} 份有错误，没有动`);

const doneWords = (counts: Counts): string =>
  `整理了 ${counts.changed} 份，${counts.same} 份本来就整齐${faultyWords(counts)}。`;

const checkedWords = (counts: Counts): string =>
  `${counts.same} 份整齐，${counts.changed} 份不整齐${faultyWords(counts)}${counts.changed === 0 ? '。' : '；用 biaoli fmt 整理。'}`;
