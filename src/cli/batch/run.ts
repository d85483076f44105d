import path from 'node:path';
import type { Diagnostic } from '../../base/index.ts';
import type { Input } from '../inputs/inputs.ts';
import { now } from '../process/clock.ts';
import { openInterrupt } from '../process/interrupted.ts';
import type { Books } from './books/books.ts';
import { OWN_FOLDER } from './books/manifest-file.ts';
import { type CrewOptions, workOn } from './crew/crew.ts';
import type { Errand } from './engine.ts';
import { held } from './held.ts';
import { inOrder } from './in-order.ts';
import { removeLeftovers } from './leftovers.ts';
import type { RecordResult, RunResult } from './types.ts';

/** A run over records. */
export type Run = {
  readonly inputs: readonly Input[];
  readonly errand: Errand;
  readonly crew: CrewOptions;
  /** Null: nothing is known of earlier runs, and nothing left to later ones. */
  readonly books: Books | null;
  /** Nothing of what the books know is used. */
  readonly isFresh: boolean;
  /** Told of what was found when forms and fonts were opened, before any record. */
  readonly opened: (opening: readonly Diagnostic[]) => void;
  /** Told of each record, in the order of the inputs. */
  readonly done: (result: RecordResult) => void;
};

/** What a run came to; `isOpen` is false where forms and fonts could not be opened, so that nothing was done. */
export type Ended = RunResult & {
  readonly isOpen: boolean;
  /** Given up because nothing can be written. */
  readonly isUnwritable: boolean;
};

/** After so many records in a row that could not be written the disk is full or closed to us, and the rest are left. */
const ENOUGH = 5;

/** Works on all records that are not known to be unchanged. */
export async function runBatch({ inputs, errand, crew, books, isFresh, opened, done }: Run): Promise<Ended> {
  const start = now();
  const records: RecordResult[] = [];
  const unwritable = new AbortController();
  let unwritten = 0;
  const report = inOrder(({ result, kept }: { readonly result: RecordResult; readonly kept: RecordResult }) => {
    if (unwritable.signal.aborted) return;
    records.push(kept);
    done(result);
    unwritten = result.findings.some(({ code }) => code === 'E006') ? unwritten + 1 : 0;
    if (unwritten === ENOUGH) unwritable.abort();
  });
  const known = inputs.map((input) => (isFresh ? null : (books?.standing(input) ?? null)));
  const tellKnown = (): void => {
    for (const [place, result] of known.entries()) if (result !== null) report(place, { result, kept: result });
  };
  const due = inputs.flatMap((input, place) => (known[place] === null ? [{ input, place }] : []));
  if (due.length === 0) opened(books?.opening ?? []);
  if (errand.task === 'write') removeLeftovers(foldersOf(inputs, errand.out));
  // A record that is alone is over at once: Ctrl-C then ends the process as ever.
  const interrupt = due.length > 1 || crew.timeout !== undefined ? openInterrupt() : null;
  const stop = AbortSignal.any([unwritable.signal, ...(interrupt === null ? [] : [interrupt.signal])]);
  let isOpen = true;
  try {
    const jobs = await workOn(
      {
        inputs: due.map(({ input }) => input),
        errand,
        stop,
        opened: (engine) => {
          isOpen = engine.isOpen;
          opened(engine.opening);
          if (isOpen) books?.opened(engine.opening);
          if (isOpen) tellKnown();
        },
        take: (at, worked) => {
          const { input, place } = due[at] as (typeof due)[number];
          const kept = held(worked.result);
          books?.worked(input, { ...worked, result: kept });
          report(place, { result: worked.result, kept });
        },
      },
      crew,
    );
    if (isOpen) tellKnown();
    return {
      task: errand.task,
      records,
      total: inputs.length,
      jobs,
      time: now() - start,
      interrupted: stop.aborted && records.length < inputs.length,
      isOpen,
      isUnwritable: unwritable.signal.aborted,
    };
  } finally {
    interrupt?.close();
  }
}

/** The folders that files are written to. */
const foldersOf = (inputs: readonly Input[], out: string): ReadonlySet<string> =>
  new Set([`${out}/${OWN_FOLDER}`, ...inputs.map(({ target }) => path.posix.join(out, path.posix.dirname(target)))]);
