import { Worker } from 'node:worker_threads';
import { statOf } from '../disk/on-disk.ts';
import { writeTo } from '../process/streams.ts';
import { processTerminal } from '../process/terminal.ts';
import type { Errand, GivenUp, Word } from './types.ts';

/** What a thread may take. */
export type Bounds = {
  readonly seconds: number;
  /** Megabytes of objects. */
  readonly heap: number;
  /** Megabytes that the process may hold more than at the start, arrays of bytes included. */
  readonly growth: number;
};

/** Usual files take one or two seconds, and a tenth of this memory. */
const usual: Bounds = { seconds: 30, heap: 1536, growth: 2048 };
/** For each megabyte of the file: a volume of a district has some thirty. */
const SECONDS_PER_MEGABYTE = 10;
const MOST_SECONDS = 900;
/** Milliseconds between two looks at both. */
const LOOK = 50;

const MEGABYTE = 1024 * 1024;

/** Runs a command line in a thread; gives its exit code, or why it was given up. */
export function runApart(
  args: readonly string[],
  threadFile: string,
  { heap, growth, seconds: least }: Bounds = usual,
): Promise<number | GivenUp> {
  const { out, err } = processTerminal().color;
  const color = { out, err };
  const workerData: Errand = { args, color };
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const seconds = secondsFor(args, least);
  const worker = new Worker(threadFile, { workerData, resourceLimits: { maxOldGenerationSizeMb: heap } });
  return new Promise((resolve) => {
    const end = (result: number | GivenUp): void => {
      clearInterval(timer);
      resolve(result);
      void worker.terminate();
    };
    const look = (): void => {
      if (performance.now() - start > seconds * 1000) end({ kind: 'time', seconds });
      // The limit of the heap does not hold for arrays of bytes, such as what a stream is unpacked to.
      else if (process.memoryUsage.rss() - before > growth * MEGABYTE) end({ kind: 'memory', megabytes: growth });
    };
    const timer = setInterval(look, LOOK);
    worker.on('message', (word: Word) => {
      if (word.kind === 'done') end(word.code);
      else writeTo(word.kind === 'out' ? 'stdout' : 'stderr', word.text);
    });
    worker.on('error', (error) => end(reasonOf(error, heap)));
    worker.on('exit', () => end({ kind: 'crash', reason: '读它的线程突然结束了' }));
  });
}

function secondsFor(args: readonly string[], least: number): number {
  const sizes = args.map((arg) => statOf(arg)?.size ?? 0);
  const megabytes = Math.max(0, ...sizes) / MEGABYTE;
  return Math.min(MOST_SECONDS, Math.ceil(least + megabytes * SECONDS_PER_MEGABYTE));
}

const reasonOf = (error: NodeJS.ErrnoException, heap: number): GivenUp =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { kind: 'memory', megabytes: heap }
    : { kind: 'crash', reason: `${error.name}: ${error.message}` };
