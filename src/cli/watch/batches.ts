/** `content`: the file was there and is still; `existence`: it has come or gone. */
export type Change = 'content' | 'existence';

/** What has changed since the last batch, by full path. */
export type Batch = ReadonlyMap<string, Change>;

/** Changes that come within this many milliseconds of each other are one save, or one checkout. */
const QUIET = 25;
/** A batch waits no longer than this, however many changes follow each other. */
const LONGEST = 500;

/** Collects changes into batches. */
export type Batches = {
  readonly add: (file: string, change: Change) => void;
  /** Changes are waiting. */
  readonly pending: () => boolean;
  /** The next batch, once it is quiet; null when the watch was stopped. */
  readonly next: () => Promise<Batch | null>;
};

/** Batches until `stop` is given. */
export function openBatches(stop: AbortSignal): Batches {
  let waiting = new Map<string, Change>();
  let isQuiet = false;
  let quiet: NodeJS.Timeout | undefined;
  let longest: NodeJS.Timeout | undefined;
  let wake: () => void = () => undefined;
  const settle = (): void => {
    clearTimeout(quiet);
    clearTimeout(longest);
    longest = undefined;
    isQuiet = true;
    wake();
  };
  stop.addEventListener('abort', settle, { once: true });
  return {
    add: (file, change) => {
      if (stop.aborted) return;
      waiting.set(file, waiting.get(file) === 'existence' ? 'existence' : change);
      if (isQuiet) return;
      clearTimeout(quiet);
      quiet = setTimeout(settle, QUIET);
      longest ??= setTimeout(settle, LONGEST);
    },
    pending: () => waiting.size > 0,
    next: async () => {
      while (!stop.aborted && !(isQuiet && waiting.size > 0)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (stop.aborted) return null;
      const batch = waiting;
      waiting = new Map();
      isQuiet = false;
      return batch;
    },
  };
}
