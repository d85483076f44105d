import path from 'node:path';
import { andThen, type Outcome, type World } from '../../base/index.ts';
import { nameOfForm } from '../../blueprint/index.ts';
import type { Press } from '../../press.ts';
import { parseSource } from '../../source/index.ts';
import type { Batch } from '../watch/batches.ts';
import type { Workshop } from '../workshop.ts';
import { notingWorld, type Seen } from './noting.ts';

type Desk = { readonly press: Outcome<Press>; readonly seen: Seen };

/** A press for each form in use; each knows what it has read, and is opened anew when any of it changes. */
export type Forms = {
  readonly pressFor: (form: string) => Outcome<Press>;
  /** What the press of a form has asked so far; null where there is none. */
  readonly seenFor: (form: string) => Seen | null;
  /** Closes the presses that have read what a batch changes, and names their forms; records do not count. */
  readonly closeStale: (batch: Batch, records: ReadonlySet<string>) => ReadonlySet<string>;
};

/** Opens presses as they are asked for; fonts stay open for all. */
export function openForms({ press }: Pick<Workshop, 'press'>): Forms {
  const desks = new Map<string, Desk>();
  return {
    pressFor: (form) => {
      const known = desks.get(form);
      if (known !== undefined) return known.press;
      const seen: Seen = { files: new Set(), folders: new Set(), answers: new Map() };
      const opened = andThen(press, (base) => base.reopen((own) => notingWorld(own, seen)));
      desks.set(form, { press: opened, seen });
      return opened;
    },
    seenFor: (form) => desks.get(form)?.seen ?? null,
    closeStale: (batch, records) => {
      const changes = [...batch].filter(([file]) => !records.has(file));
      const stale = [...desks].filter(([, { seen }]) =>
        changes.some(
          ([file, change]) => seen.files.has(file) || (change === 'existence' && seen.folders.has(path.dirname(file))),
        ),
      );
      for (const [form] of stale) desks.delete(form);
      return new Set(stale.map(([form]) => form));
    },
  };
}

/** The form a record names; empty where that cannot be read. */
export function formNamed(file: string, world: World): string {
  const source = andThen(world.readText(file), (text) => parseSource(file, text));
  return (source.ok && nameOfForm(source.value.root)?.text) || '';
}
