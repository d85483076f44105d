import { remembered } from '../../base/index.ts';
import { type Blueprint, type Field, words } from '../../blueprint/index.ts';
import type { Entry, Mapping } from '../../source/index.ts';

/** What is known of a place in a record: its field, the record itself, or nothing. */
export type Ground = { readonly kind: 'field'; readonly field: Field } | { readonly kind: 'top' | 'unknown' };

/** How a record's keys are put in order. */
export type Order = {
  /** What the whole record is. */
  readonly top: Ground;
  /** The entries of a mapping as the form prints them; those it does not know stay behind the one they follow. */
  readonly sorted: (mapping: Mapping, ground: Ground) => readonly Entry[];
  /** What stands under a key. */
  readonly under: (ground: Ground, key: string) => Ground;
  /** What each item of a list is. */
  readonly item: (ground: Ground) => Ground;
};

const unknown: Ground = { kind: 'unknown' };

/** Keys that do not fill in the form come last: what an author accepts, then how this record is set. */
const closing: readonly string[] = [words.record.accept, words.record.layout];

/** The order of a form's keys; null: nobody knows the form, and every key stays where it is. */
export function orderOf(blueprint: Blueprint | null): Order {
  const ranksIn = remembered(
    (fields: readonly Field[]): ReadonlyMap<string, number> => new Map(fields.map(({ name }, i) => [name, i])),
  );
  const fieldsOf = (ground: Ground): readonly Field[] => {
    if (ground.kind === 'top') return blueprint?.fields.fields ?? [];
    return ground.kind === 'field' && ground.field.kind === 'group' ? ground.field.fields : [];
  };
  return {
    top: { kind: 'top' },
    sorted: (mapping, ground) => {
      if (blueprint === null || ground.kind === 'unknown') return mapping.entries;
      return inOrder(mapping.entries, ranksIn(fieldsOf(ground)), ground.kind === 'top');
    },
    under: (ground, key) => {
      // The names of a taxonomy are printed in the author's order; the rows below them have columns.
      if (ground.kind === 'field' && ground.field.kind === 'tree') return ground;
      const field = fieldsOf(ground).find(({ name }) => name === key);
      return field === undefined ? unknown : { kind: 'field', field };
    },
    item: (ground) => {
      if (ground.kind !== 'field') return unknown;
      if (ground.field.kind === 'list') return { kind: 'field', field: ground.field.item };
      return ground.field.kind === 'tree' ? { kind: 'field', field: ground.field.row } : unknown;
    },
  };
}

/** Ranks before all fields: the key that names the form, then keys that follow no field. */
const NAMES_FORM = -2;
const FIRST = -1;

function inOrder(entries: readonly Entry[], ranks: ReadonlyMap<string, number>, atTop: boolean): readonly Entry[] {
  const closes = ({ key }: Entry): boolean =>
    !ranks.has(key.text) && closing.includes(key.text) && (atTop || key.text !== words.record.layout);
  const rankOf = ({ key }: Entry): number | undefined =>
    atTop && key.text === words.form.id ? NAMES_FORM : ranks.get(key.text);
  let rank = FIRST;
  const ranked = entries
    .filter((entry) => !closes(entry))
    .map((entry) => {
      rank = rankOf(entry) ?? rank;
      return { entry, rank };
    });
  const last = entries.filter(closes).toSorted((a, b) => closing.indexOf(a.key.text) - closing.indexOf(b.key.text));
  return [...ranked.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry), ...last];
}
