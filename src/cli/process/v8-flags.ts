import { setFlagsFromString } from 'node:v8';

/** How many records a process sets. */
export type Mode = 'one' | 'many';

const flags: Readonly<Record<Mode, readonly string[]>> = {
  // Threads that help to collect garbage cost one document more than they give.
  one: ['--no-parallel-scavenge', '--no-incremental-marking', '--no-concurrent-marking', '--no-concurrent-sweeping'],
  // V8 takes objects that lived once for objects that stay, and makes the next of their kind among the old. There they
  // die at once, but what they point to is kept until the old are collected: a good part of every record.
  // A third of the usual inlining: optimizing takes a third of the first hundreds of records, the code is no slower.
  many: ['--no-allocation-site-pretenuring', '--max-inlined-bytecode-size-cumulative=300'],
};

/** The same of optimizing compilers. Later releases call it otherwise. */
const LAZY_IN_NODE_20 = '--interrupt-budget=3000000';

/** V8 complains aloud of a flag that it does not know; up to this release of Node it knows them. */
const NEWEST_TRIED = 26;

/** Has V8 work for one record or for many. Code that was compiled under other flags is not accepted afterwards. */
export function setFlags(mode: Mode): void {
  const release = Number.parseInt(process.versions.node, 10);
  if (release > NEWEST_TRIED) return;
  for (const flag of flags[mode]) setFlagsFromString(flag);
  if (mode === 'one' && release === 20) setFlagsFromString(LAZY_IN_NODE_20);
}
