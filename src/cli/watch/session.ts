import type { Input } from '../inputs/inputs.ts';
import type { Batch } from './batches.ts';
import { round } from './round.ts';
import { openTools, type Session, type State } from './state.ts';
import { touchedBy } from './touched.ts';

/** Renders records as they change. */
export type Watching = {
  /** Renders everything. */
  readonly start: () => Promise<void>;
  /** Renders what a batch touches. */
  readonly follow: (batch: Batch) => Promise<void>;
};

/** Opens the forms for a watch that begins with these records. */
export async function openSession(session: Session, inputs: readonly Input[]): Promise<Watching> {
  const state: State = {
    ...(await openTools(session)),
    inputs,
    records: new Set(),
    formOf: new Map(),
    faulty: new Set(),
    warnings: new Map(),
  };
  return {
    start: () => round(session, state, inputs),
    follow: async (batch) => {
      const touched = await touchedBy(batch, session, state);
      if (touched !== null) await round(session, state, touched);
    },
  };
}
