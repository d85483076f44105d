import { existsSync } from 'node:fs';
import path from 'node:path';
import { andThen, type Outcome, succeed, type World } from '../../base/index.ts';
import { type Compared, comparePair, differs } from '../diff/compared.ts';
import { pairOf, pairsBetween, pairWithHead } from '../diff/ends.ts';
import { tooMany, writeMarked } from '../diff/marked.ts';
import type { DiffOptions } from '../diff/options.ts';
import type { Pair } from '../diff/pair.ts';
import { tellText } from '../diff/told.ts';
import { wrongUsage } from '../diff/usage.ts';
import { isFolder } from '../disk/on-disk.ts';
import { nodeWorld, withTexts } from '../disk/world.ts';
import { type ExitCode, exit, type Terminal } from '../process/terminal.ts';
import { endFaulty, openReporter } from '../report/reporter.ts';
import { openWorkshop } from '../workshop.ts';

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
  const telling = { press: press.value, options, terminal };
  const told =
    options.as === 'pdf' ? await press.value.withFonts(() => writeMarked(all, telling)) : tellText(all, telling);
  reporter.report(told.ok ? [] : told.problems);
  reporter.finish();
  if (!told.ok || all.some(({ record }) => record.kind === 'faulty')) return exit.faulty;
  return options.exitCode && all.some(({ record }) => differs(record)) ? exit.faulty : exit.fine;
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
