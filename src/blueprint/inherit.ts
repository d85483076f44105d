import type { Entry, Mapping, Node } from '../source/index.ts';
import { settingsOf } from './shorthand.ts';
import { words } from './vocabulary.ts';

/**
 * A map that has all entries of the parent, those of the child in their place, and the child's own after them; maps
 * are merged inside, everything else is replaced. A parent's field of one word counts as a map with its 类型. An entry
 * that says 无 in the child takes the parent's away, and the child's own right after it take its place; where the parent
 * has no such entry it stays, for a reader to report.
 */
export function inherit(parent: Mapping, child: Mapping): Mapping {
  return lay(parent, child, false);
}

/** The same of the members of 字段 or 列, which are fields, or of another map. */
function lay(parent: Mapping, child: Mapping, ofFields: boolean): Mapping {
  const own = new Map(child.entries.map((entry) => [entry.key.text, entry]));
  const old = new Set(parent.entries.map(({ key }) => key.text));
  const instead = new Map<string, Entry[]>();
  const added: Entry[] = [];
  let place = added;
  for (const entry of child.entries) {
    if (!old.has(entry.key.text)) {
      place.push(entry);
      continue;
    }
    place = takesAway(entry) ? [] : added;
    if (place !== added) instead.set(entry.key.text, place);
  }
  const merged = parent.entries.flatMap((entry) => {
    const now = own.get(entry.key.text);
    return now === undefined ? [entry] : (instead.get(entry.key.text) ?? [combine(entry, now, ofFields)]);
  });
  return { ...child, entries: [...merged, ...added] };
}

/** Whether an entry only says that what is inherited under its key shall go; in quotes 无 is a word like others. */
export const takesAway = ({ value }: Entry): boolean =>
  value.kind === 'scalar' && value.style === 'plain' && value.text === words.none;

/** What is wrong with an entry that takes away what nothing is inherited under. */
export const notInherited = (key: string): string => `“${key}: ${words.none}”没有可去掉的：沿用的表里没有它`;

function combine({ value: old }: Entry, now: Entry, ofFields: boolean): Entry {
  if (now.value.kind !== 'map') return now;
  const isField = ofFields || now.key.text === item;
  const below = isField && !saysType(now.value) ? settingsOf(old) : asMap(old);
  return below === null ? now : { ...now, value: lay(below, now.value, lists.includes(now.key.text)) };
}

const { item } = words.field;
const lists: readonly string[] = [words.field.fields, words.field.columns];

/** Settings that say what kind of field it is need no 类型 of the parent's. */
const saysType = ({ entries }: Mapping): boolean =>
  entries.some(({ key }) => key.text === words.field.type || key.text === words.field.same);

const asMap = (value: Node): Mapping | null => (value.kind === 'map' ? value : null);
