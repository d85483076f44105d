import type { Options } from './options.ts';
import { type Binding, startRunner } from './processes.ts';
import type { Batch } from './run-facts.ts';
import { median, type Spread, spreadOf, total } from './statistics.ts';

/** A contestant's documents, all batches together. */
export type Warm = {
  readonly milliseconds: Spread;
  /** The median of each round, in milliseconds: rounds of two contestants stand side by side in time. */
  readonly rounds: readonly number[];
  /** Processor time per document, the mean: garbage collection and compiling threads counted. */
  readonly processor: number;
  /** Sum over all documents, for shares of stages. */
  readonly stages: Readonly<Record<string, { readonly median: number; readonly sum: number }>>;
  readonly kilobytes: number;
  readonly pages: number | null;
  readonly peakMegabytes: number;
};

/**
 * Lets contestants set the same documents in turns, a batch each, so that whatever slows the machine down slows all of
 * them. Within a round the order turns, so that nobody always follows the same one.
 */
export async function warmRounds(
  names: readonly string[],
  { records, batch, warmUp }: Options,
  bind: Binding,
): Promise<ReadonlyMap<string, Warm>> {
  const batches = new Map<string, Batch[]>(names.map((name) => [name, []]));
  const runners = [];
  for (const name of names) runners.push(await startRunner(name, bind));
  for (const runner of runners) await runner.set(records, records + warmUp);
  for (let from = 0, round = 0; from < records; from += batch, round += 1) {
    const first = round % runners.length;
    for (const runner of [...runners.slice(first), ...runners.slice(0, first)]) {
      batches.get(runner.name)?.push(await runner.set(from, Math.min(from + batch, records)));
    }
  }
  for (const runner of runners) runner.stop();
  return new Map([...batches].map(([name, list]) => [name, summary(list)]));
}

function summary(batches: readonly Batch[]): Warm {
  const pages = batches.flatMap((one) => one.pages).filter((count) => count !== null);
  return {
    milliseconds: spreadOf(batches.flatMap((one) => one.milliseconds)),
    rounds: batches.map((one) => median(one.milliseconds)),
    processor: total(batches.map((one) => one.processor)) / total(batches.map((one) => one.milliseconds.length)),
    stages: stagesOf(batches.flatMap((one) => one.stages)),
    kilobytes: median(batches.flatMap((one) => one.bytes)) / 1024,
    pages: pages.length > 0 ? median(pages) : null,
    peakMegabytes: Math.max(...batches.map((one) => one.peak)) / 2 ** 20,
  };
}

function stagesOf(documents: readonly Readonly<Record<string, number>>[]): Warm['stages'] {
  const names = Object.keys(documents[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const times = documents.map((one) => one[name] ?? 0);
      return [name, { median: median(times), sum: total(times) }];
    }),
  );
}
