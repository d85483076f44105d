import { existsSync } from 'node:fs';
import path from 'node:path';
import { styleText } from 'node:util';
import { andThen, type Diagnostic, type Outcome, placeAt, succeed, type World } from '../../base/index.ts';
import {
  type ComparedRecord,
  compareRecords,
  isSame,
  markdownOf,
  type Show,
  showPlainly,
  textOfRecord,
} from '../../compare/index.ts';
import type { Filled } from '../../pipeline.ts';
import type { Press } from '../../press.ts';
import { pairOf, pairsBetween, pairWithHead } from '../ends.ts';
import { isYaml } from '../file-names.ts';
import { isFolder } from '../on-disk.ts';
import { spareInputs, writeWhole } from '../output.ts';
import type { End, Pair } from '../pair.ts';
import { endFaulty, openReporter } from '../reporter.ts';
import { type ExitCode, exit, type Terminal } from '../terminal.ts';
import { openWorkshop, type WorkshopOptions } from '../workshop.ts';
import { nodeWorld, withTexts } from '../world.ts';

export type DiffAs = 'text' | 'markdown' | 'pdf';
export type DiffOptions = Pick<WorkshopOptions, 'templates' | 'fonts'> & {
  readonly as: DiffAs;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly exitCode?: boolean;
};

/** A pair with what was found; the filled-in new form where there is one to be marked. */
type Compared = { readonly pair: Pair; readonly record: ComparedRecord; readonly after: Filled | null };

/** `biaoli diff`: what changed on the forms of two files, or of all files between two revisions of git. */
export async function diff(args: readonly string[], options: DiffOptions, terminal: Terminal): Promise<ExitCode> {
  const wrong = wrongUsage(args, options);
  if (wrong !== null) {
    terminal.err(`${wrong}\n用 biaoli diff --help 看用法。\n`);
    return exit.usage;
  }
  const disk = nodeWorld();
  const pairs = await findPairs(args, options, disk);
  if (!pairs.ok) return endFaulty(openReporter(terminal, disk), pairs.problems);
  const world = withTexts(disk, textsOf(pairs.value));
  const { press, reporter } = await openWorkshop(terminal, options, world);
  if (!press.ok) return endFaulty(reporter, press.problems);
  const all: Compared[] = [];
  for (const pair of pairs.value) {
    const { compared, problems } = await comparePair(pair, press.value, world);
    reporter.report(problems);
    all.push(compared);
  }
  const crowded = tooMany(all, options);
  if (crowded !== null) {
    terminal.err(crowded);
    return exit.usage;
  }
  const told = await tell(all, { press: press.value, options, terminal });
  reporter.report(told.ok ? [] : told.problems);
  reporter.finish();
  if (!told.ok || all.some(({ record }) => record.kind === 'faulty')) return exit.faulty;
  return options.exitCode && all.some(({ record }) => differs(record)) ? exit.faulty : exit.fine;
}

function wrongUsage(args: readonly string[], { from, to }: DiffOptions): string | null {
  if (to !== undefined && from === undefined) return '写了 --to，也要写 --from。';
  const range = from === undefined ? args.find((arg) => /^[\w-]/.test(arg) && !existsSync(arg) && rangeIn(arg)) : from;
  const ends = range === undefined ? undefined : rangeIn(range);
  if (ends !== undefined) return `两个版本要分开写：把“${range}”写成 ${ends}。`;
  if (from === undefined && args.length > 2) return '一次比两个文件；要比多个，用 --from 写出 git 的版本。';
  return null;
}

/** How two revisions that are written as one word for git, such as main..HEAD, are written here. */
function rangeIn(word: string): string | undefined {
  const ends = /^(?<from>[^{}:]*?[^{}:./]|)(?<dots>\.{2,3})(?<to>(?:[^{}:./][^{}:]*)?)$/.exec(word)?.groups;
  if (ends === undefined || isYaml(word)) return undefined;
  const [from, to] = [ends.from || 'HEAD', ends.to || 'HEAD'];
  return ends.dots === '..' ? `--from ${from} --to ${to}` : `--from "$(git merge-base ${from} ${to})" --to ${to}`;
}

async function findPairs(
  args: readonly string[],
  { from, to }: DiffOptions,
  world: World,
): Promise<Outcome<readonly Pair[]>> {
  const [first, second] = args;
  if (from !== undefined) return pairsBetween({ from, to: to ?? null, paths: args }, world);
  // A folder may be gone with all that was in it.
  const mayBeFolder =
    first !== undefined && (isFolder(first) || (!existsSync(first) && !/[:.]/.test(path.basename(first))));
  if (first === undefined || (second === undefined && mayBeFolder))
    return pairsBetween({ from: 'HEAD', to: null, paths: args }, world);
  const pair = second === undefined ? await pairWithHead(first, world) : await pairOf(first, second, world);
  return andThen(pair, (one) => succeed([one]));
}

/** The texts of all ends by their names. */
const textsOf = (pairs: readonly Pair[]): ReadonlyMap<string, Outcome<string>> =>
  new Map(pairs.flatMap(({ before, after }) => [before, after]).flatMap((end) => (end ? [[end.name, end.text]] : [])));

type Judged = { readonly compared: Compared; readonly problems: readonly Diagnostic[] };

async function comparePair(pair: Pair, press: Press, world: World): Promise<Judged> {
  const fill = async (end: End | null): Promise<Outcome<Filled | null>> =>
    end === null ? succeed(null) : press.fill(end.name);
  const [before, after] = [await fill(pair.before), await fill(pair.after)];
  const { file, renamedFrom } = pair;
  const problems = [before, after].flatMap((end) => (end.ok ? [] : end.problems));
  if (!before.ok || !after.ok) {
    const faults = problems
      .filter(({ severity }) => severity === 'error')
      .map(({ at, message }) => ({ place: placeOf(at, world), message }));
    return {
      compared: { pair, record: { file, renamedFrom, form: '', kind: 'faulty', faults }, after: null },
      problems,
    };
  }
  const [old, now] = [before.value, after.value];
  const base = { file, renamedFrom, form: (now ?? old)?.record.blueprint.id ?? '' };
  const record: ComparedRecord =
    old !== null && now !== null
      ? { ...base, kind: 'both', changes: compareRecords(old, now) }
      : { ...base, kind: now === null ? 'removed' : 'added' };
  return { compared: { pair, record, after: now }, problems: [] };
}

function placeOf({ file, start }: Diagnostic['at'], world: World): string {
  const text = world.readText(file);
  if (!text.ok) return file;
  const { line, column } = placeAt(text.value, start);
  return `${file}:${line}:${column}`;
}

const differs = (record: ComparedRecord): boolean => record.kind !== 'both' || !isSame(record.changes);

type Telling = { readonly press: Press; readonly options: DiffOptions; readonly terminal: Terminal };

/** Prints what was found, or writes it where the options say. */
async function tell(all: readonly Compared[], { press, options, terminal }: Telling): Promise<Outcome<null>> {
  const records = all.map(({ record }) => record);
  if (options.as === 'pdf') return press.withFonts(() => writeMarked(all, { press, options, terminal }));
  const toFile = options.out !== undefined;
  const show = terminal.color.out && !toFile ? inColour : showPlainly;
  const text = options.as === 'markdown' ? markdownOf(records) : textOf(records, show);
  if (options.out === undefined) {
    terminal.out(text);
    return succeed(null);
  }
  const ends = all.flatMap(({ pair }) => [pair.file, pair.before?.name, pair.after?.name]);
  const spared = spareInputs(
    options.out,
    ends.filter((name) => name !== undefined),
  );
  return andThen(spared, (out) =>
    andThen(writeWhole(out, new TextEncoder().encode(text)), (file) => {
      terminal.out(`已生成 ${file}\n`);
      return succeed(null);
    }),
  );
}

const textOf = (records: readonly ComparedRecord[], show: Show): string =>
  records.length === 0 ? '没有改动。\n' : records.map((record) => textOfRecord(record, show)).join('\n');

/** What is gone is red and struck through as well: who cannot tell the colours apart still sees it. */
const inColour: Show = (kind, text) => {
  const paint = (style: Parameters<typeof styleText>[0]) => styleText(style, text, { validateStream: false });
  switch (kind) {
    case 'before':
    case 'removed':
      return paint(['red', 'strikethrough']);
    case 'after':
    case 'added':
      return paint(['green', 'bold']);
    case 'place':
      return paint('dim');
    default:
      return text;
  }
};

type Marked = Compared & { readonly record: { readonly kind: 'both' }; readonly after: Filled };

/** Whether there is something to be marked. */
const hasMarks = (one: Compared): one is Marked =>
  one.record.kind === 'both' && one.record.changes.changes.length > 0 && one.after !== null;

/** Told where one PDF is asked for and several would have to be written. */
function tooMany(all: readonly Compared[], { as, out }: DiffOptions): string | null {
  const count = all.filter(hasMarks).length;
  if (as !== 'pdf' || out === undefined || !isPdfName(out) || count <= 1) return null;
  const folder = out.replace(/\.pdf$/iu, '') || 'out';
  return `${count} 份有改动，一个文件写不下；-o 后面写文件夹，例如 -o ${folder}。\n`;
}

const isPdfName = (name: string): boolean => /\.pdf$/iu.test(name) && !isFolder(name);

/** A marked PDF for each record that changed. */
async function writeMarked(all: readonly Compared[], { press, options, terminal }: Telling): Promise<Outcome<null>> {
  const { markDocument } = await import('../../compare/index.ts');
  const { writePdf } = await import('../../write/page/pdf/index.ts');
  if (all.length === 0) terminal.out(textOf([], showPlainly));
  const count = all.filter(hasMarks).length;
  for (const one of all) {
    const { pair, record } = one;
    if (!hasMarks(one)) {
      if (record.kind !== 'faulty') terminal.out(textOfRecord(record, showPlainly));
      continue;
    }
    const marked = markDocument({ filled: one.after, changes: one.record.changes }, press.set);
    if (!marked.ok) return marked;
    const written = writeWhole(pdfName(pair, options.out, count), await writePdf(marked.value));
    if (!written.ok) return written;
    terminal.out(`已生成 ${written.value}（${marked.value.pages.length}页，最后是修订说明）\n`);
  }
  return succeed(null);
}

function pdfName({ target }: Pair, out: string | undefined, count: number): string {
  if (out !== undefined && count === 1 && isPdfName(out)) return out;
  return `${out ?? 'out'}/${target}-修订.pdf`;
}
