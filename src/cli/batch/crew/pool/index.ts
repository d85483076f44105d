import path from 'node:path';
import { findInstall } from '../../../install.ts';
import type { Deal } from '../deal.ts';
import type { Answer } from '../worker.ts';
import { openLane } from './lane.ts';

export type PoolOptions = {
  readonly threads: number;
  /** Seconds that a record may take once it is begun. */
  readonly timeout: number;
};

/**
 * Works on records in threads; each takes the next one as soon as it is done with the last, and writes its output
 * itself. A thread that breaks down or takes too long is ended, its record fails, and another thread goes on.
 */
export async function workInThreads(deal: Deal, { threads, timeout }: PoolOptions): Promise<void> {
  const { Tinypool: Pool } = await import('tinypool');
  const { errand, stop, opened, take } = deal;
  const dealt = deal.inputs.entries();
  let isTold = false;
  let isClosed = false;
  const tell = ({ opening, worked }: Answer): void => {
    if (!isTold && opening !== null) opened({ opening, isOpen: worked !== null });
    isTold ||= opening !== null;
    isClosed ||= worked === null;
  };
  const work = async (): Promise<void> => {
    const lane = openLane(Pool, workerFile(), timeout);
    try {
      for (const [place, input] of dealt) {
        if (stop.aborted || isClosed) return;
        const answer = await lane.work(errand, input);
        tell(answer);
        if (answer.worked !== null) take(place, answer.worked);
      }
    } finally {
      await lane.close();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
}

/** The part of the bundle that threads run; the source is no program of its own. */
const workerFile = (): string => path.join(path.dirname(findInstall().fonts), 'dist', 'worker.js');
