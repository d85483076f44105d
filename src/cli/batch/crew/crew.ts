import { availableParallelism } from 'node:os';
import type { Deal } from './deal.ts';
import { workHere } from './here.ts';

/** How many work at once, and how long a record may take. */
export type CrewOptions = {
  /** At most so many; left out: as many as the computer has processors. */
  readonly jobs?: number;
  /** Seconds. Only a thread can be ended, so that one is used wherever this is given. */
  readonly timeout?: number;
};

/** A record may take a minute: the largest take less than a second. */
const USUAL_TIMEOUT = 60;

/**
 * A thread is worth its start from so many records on: to read the program and warm up costs it as much time as this many
 * records take one that is warm.
 */
const WORTH_A_THREAD = 40;

/** The threads for a number of records; 0: they are worked on in this one. */
export function threadsFor(records: number, { jobs, timeout }: CrewOptions): number {
  const worth = Math.floor(records / WORTH_A_THREAD);
  const most = worth > 1 ? Math.min(jobs ?? availableParallelism(), worth) : 1;
  if (most > 1) return most;
  return timeout === undefined || records === 0 ? 0 : 1;
}

/** Works on records in this thread or in others; gives how many worked at once. */
export async function workOn(deal: Deal, options: CrewOptions): Promise<number> {
  const threads = threadsFor(deal.inputs.length, options);
  if (threads === 0) {
    if (deal.inputs.length > 0) await workHere(deal);
    return 1;
  }
  const { workInThreads } = await import('./pool/index.ts');
  await workInThreads(deal, { threads, timeout: options.timeout ?? USUAL_TIMEOUT });
  return threads;
}
