// One contestant: sets the documents it is told to and says how long each took.
import { contestants } from './contestants/index.ts';
import { peakMemory } from './memory.ts';
import type { Batch } from './run-facts.ts';

export type Order = { readonly from: number; readonly to: number };

const name = process.argv[2] ?? '';
const contestant = await contestants[name]?.();
if (contestant === undefined) throw new Error(`no contestant ${name}`);
const set = await contestant.open();

process.on('message', (order: Order) => {
  void batch(order).then((done) => process.send?.(done));
});
process.send?.('ready');

async function batch({ from, to }: Order): Promise<Batch> {
  const milliseconds: number[] = [];
  const bytes: number[] = [];
  const pages: (number | null)[] = [];
  const stages: Readonly<Record<string, number>>[] = [];
  const before = process.cpuUsage();
  for (let index = from; index < to; index += 1) {
    const start = performance.now();
    const done = await set(index);
    milliseconds.push(performance.now() - start);
    bytes.push(done.bytes);
    pages.push(done.pages);
    if (done.stages) stages.push(done.stages);
  }
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, bytes, pages, stages, processor: (user + system) / 1000, peak: peakMemory() };
}
