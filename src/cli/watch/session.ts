import type { Input } from '../inputs.ts';
import { openWorkshop, tellerOf } from '../workshop.ts';
import type { Batch } from './batches.ts';
import { openForms } from './forms.ts';
import { round } from './round.ts';
import type { Session, State } from './state.ts';
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
  const workshop = await openWorkshop(session.terminal, session.options);
  const tell = tellerOf(workshop, session.options);
  const state: State = {
    workshop,
    forms: openForms(workshop),
    tell,
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
