import type { Tinypool } from 'tinypool';
import type { Diagnostic } from '../../../../base/index.ts';
import type { Input } from '../../../inputs/inputs.ts';
import type { Errand } from '../../engine.ts';
import { crash, tooLong } from '../../faults.ts';
import { failedResult } from '../../types.ts';
import type { Answer, Order } from '../worker.ts';

/** Megabytes of objects in one thread: ten times what usual records take. */
const HEAP = 512;
/** Megabytes for young objects, V8's three parts of it together: what Node 20 gives a thread; later releases give more. */
const YOUNG = 48;
/** Milliseconds between two looks at the time that a record takes. */
const LOOK = 100;
/** A thread waits for its next record for ever: the longest time that a timer knows, in milliseconds. */
const FOR_EVER = 2 ** 31 - 1;

/** One thread at a time, with another in its place when it has broken down. */
export type Lane = {
  /** Works on a record; what goes wrong with the thread is a fault of the record. */
  readonly work: (errand: Errand, input: Input) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

type Seat = {
  readonly pool: Tinypool;
  readonly begun: Int32Array;
  /** Given when the thread has exited. */
  readonly exit: AbortController;
};

/**
 * A lane is a pool of one: a pool of several deals a record now and then to a thread that is about to die of the last
 * one, and an innocent record fails. The timeout is in seconds.
 */
export function openLane(Pool: typeof Tinypool, filename: string, timeout: number): Lane {
  let seat: Seat | null = null;
  const sit = (): Seat => {
    const resourceLimits = { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: YOUNG };
    const pool = new Pool({ filename, minThreads: 0, maxThreads: 1, idleTimeout: FOR_EVER, resourceLimits });
    // What goes wrong beside a record, such as when a thread is ended, is nobody's fault.
    pool.on('error', () => undefined);
    const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    return { pool, begun, exit: new AbortController() };
  };
  return {
    work: async (errand, input) => {
      seat ??= sit();
      const start = performance.now();
      try {
        return await runOne(seat, { errand, input, begun: seat.begun }, timeout);
      } catch (error) {
        seat.pool.destroy().catch(() => undefined);
        seat = null;
        return failed(input, error instanceof GivenUp ? error.finding : crash(input.file, error), start);
      }
    },
    close: async () => {
      // The pool would wait for the end of a thread that has ended.
      if (seat?.exit.signal.aborted === false) await seat.pool.destroy();
    },
  };
}

/** Why a record was given up before its thread said anything. */
class GivenUp extends Error {
  readonly finding: Diagnostic;
  constructor(finding: Diagnostic) {
    super(finding.message);
    this.finding = finding;
  }
}

/** Runs one record; fails with {@link GivenUp} where it takes too long, and where its thread ends without a word. */
async function runOne({ pool, begun, exit }: Seat, order: Order, timeout: number): Promise<Answer> {
  const { file } = order.input;
  const control = new AbortController();
  let since: number | null = null;
  const look = (): void => {
    // The time of a record begins when forms and fonts are open.
    if (Atomics.load(begun, 0) === 0) return;
    since ??= performance.now();
    if (performance.now() - since > timeout * 1000) control.abort(new GivenUp(tooLong(file, timeout)));
  };
  const exited = (): void => control.abort(new GivenUp(crash(file, '做它的线程突然结束了')));
  Atomics.store(begun, 0, 0);
  const timer = setInterval(look, LOOK);
  const answer = pool.run(order, { signal: control.signal }) as Promise<Answer>;
  // The pool hears of errors only: a thread that just exits would leave its record waiting for ever.
  watch(pool, exit);
  exit.signal.addEventListener('abort', exited);
  try {
    return await answer;
  } catch (error) {
    // A thread that runs out of memory says so, and exits then as well.
    throw error instanceof Error && error.name === 'AbortError' ? control.signal.reason : error;
  } finally {
    clearInterval(timer);
    exit.signal.removeEventListener('abort', exited);
  }
}

const known = new WeakSet<object>();

/** Hears of the exit of a pool's only thread, which is there from its first record on. */
function watch({ threads: [thread] }: Tinypool, exit: AbortController): void {
  if (thread === undefined || known.has(thread)) return;
  known.add(thread);
  thread.once('exit', () => exit.abort());
}

const failed = ({ file }: Input, finding: Diagnostic, start: number): Answer => ({
  opening: null,
  worked: { result: failedResult(file, [finding], performance.now() - start), basis: null },
});
