import type { RenderOptions } from '../commands/render.ts';
import type { Input } from '../inputs/inputs.ts';
import { type Forms, openForms } from '../presses/forms.ts';
import type { Terminal } from '../process/terminal.ts';
import { type Job, openWorkshop, tellerOf, type Workshop } from '../workshop.ts';
import type { Changes } from './changes.ts';

/** What a watch is asked to do, and where it answers. */
export type Session = {
  readonly args: readonly string[];
  readonly options: RenderOptions;
  readonly terminal: Terminal;
  /** The folders with fonts: they are open for all forms, so that a change in them touches every record. */
  readonly fonts: readonly string[];
  readonly changes: Pick<Changes, 'pending' | 'again'>;
  readonly stop: AbortSignal;
};

/** What is opened for a watch, and anew when fonts change. */
export type Tools = { workshop: Workshop; forms: Forms; tell: Job['tell'] };

export async function openTools({ terminal, options }: Pick<Session, 'terminal' | 'options'>): Promise<Tools> {
  const workshop = await openWorkshop(terminal, options);
  return { workshop, forms: openForms(workshop), tell: tellerOf(workshop, options) };
}

/** What a session knows between two batches. */
export type State = Tools & {
  inputs: readonly Input[];
  /** The full paths of all records there have been: when one goes, that is no change of a form. */
  readonly records: Set<string>;
  /** The form that each record named when it was last read. */
  readonly formOf: Map<string, string>;
  readonly faulty: Set<string>;
  /** The warnings of each record when it was last rendered, by their words: places move as a record is written. */
  readonly warnings: Map<string, ReadonlySet<string>>;
};
