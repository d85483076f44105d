import { tellGivenUp } from './apart/given-up.ts';
import { runHere } from './apart/thread.ts';
import type { GivenUp } from './apart/types.ts';
import type { Answer, Order } from './batch/crew/worker.ts';
import { whyUnwritten } from './disk/unwritten.ts';
import { exitCodeAfter, lostCode } from './process/streams.ts';
import { processTerminal } from './process/terminal.ts';
import { run } from './run.ts';

/** The program as the shell starts it. */
export async function main(args: readonly string[]): Promise<void> {
  const code = await run(args, processTerminal());
  // The system tells of what could not be written a moment later.
  await new Promise(setImmediate);
  const lost = lostCode();
  if (lost !== null) tellLost(lost);
  process.exitCode = exitCodeAfter(code);
  setInterval(leaveLingering, LINGERING).unref();
}

/** Says why words were lost, where that can still be said. */
export const tellLost = (code: string): void =>
  processTerminal().err(`有的话没有写出来：${whyUnwritten(code)}。做的事不受影响。\n`);

/** A command line in a thread of its own; the shell's process has it run there and ends it where it must. */
export const thread = runHere;

/** Tells that such a thread was ended, and leaves with the exit code. */
export function giveUp(args: readonly string[], why: GivenUp): void {
  process.exitCode = tellGivenUp(args, why, processTerminal());
}

/** Milliseconds that something may keep the process when its work is done. */
const LINGERING = 300;

/** A thread that has broken down may leave something behind that would keep the process for ever. */
function leaveLingering(): void {
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
}

/** What the program does in a thread of its own, for the program as the shell has started it. */
export const work = async (order: Order): Promise<Answer> => (await import('./batch/crew/worker.ts')).work(order);
