import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { built } from './folders.ts';
import type { Batch } from './run-facts.ts';
import type { Order } from './worker.ts';

/** Puts a command on one core, where the machine can. */
export type Binding = (command: readonly string[]) => [string, string[]];

/** The way to bind commands to a core; null where `taskset` is missing or no core was asked for. */
export function bindingTo(core: number | null): Binding | null {
  if (core === null || spawnSync('taskset', ['-c', String(core), 'true']).status !== 0) return null;
  return (command) => ['taskset', ['-c', String(core), ...command]];
}

export const unbound: Binding = ([program = '', ...words]) => [program, words];

/** A contestant in a process of its own, waiting for its turns. */
export type Runner = {
  readonly name: string;
  readonly set: (from: number, to: number) => Promise<Batch>;
  readonly stop: () => void;
};

/**
 * A process that waits for its turn is idle, as none is in use: V8 then shrinks its memory and throws away compiled code,
 * and what was warm is cold. Nobody's does so here.
 */
const STAY_WARM = ['--no-memory-reducer', '--no-flush-bytecode'];

export async function startRunner(name: string, bind: Binding): Promise<Runner> {
  const [program, words] = bind([process.execPath, ...STAY_WARM, built('worker'), name]);
  const child = spawn(program, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await answer(child, name);
  return {
    name,
    set: async (from, to) => {
      const order: Order = { from, to };
      child.send(order);
      return (await answer(child, name)) as Batch;
    },
    stop: () => child.disconnect(),
  };
}

/** The next message; an error when the process ends instead. */
async function answer(child: ChildProcess, name: string): Promise<unknown> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`the process of ${name} ended with ${code}`);
  });
  const told = once(child, 'message', { signal }).then(([message]) => message as unknown);
  try {
    return await Promise.race([told, ended]);
  } finally {
    waiting.abort();
    ended.catch(() => {});
    told.catch(() => {});
  }
}
