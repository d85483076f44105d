import type { Entry, Mapping } from '../source/index.ts';
import { words } from './vocabulary.ts';

/**
 * A map that has all entries of the parent, those of the child in their place, and the child's own after them; maps
 * are merged inside, everything else is replaced. An entry that says 无 in the child takes the parent's away, and the
 * child's own right after it take its place; where the parent has no such entry it stays, for a reader to report.
 */
export function inherit(parent: Mapping, child: Mapping): Mapping {
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
    return now === undefined ? [entry] : (instead.get(entry.key.text) ?? [combine(entry, now)]);
  });
  return { ...child, entries: [...merged, ...added] };
}

/** Whether an entry only says that what is inherited under its key shall go; in quotes 无 is a word like others. */
export const takesAway = ({ value }: Entry): boolean =>
  value.kind === 'scalar' && value.style === 'plain' && value.text === words.none;

const combine = (old: Entry, now: Entry): Entry =>
  old.value.kind === 'map' && now.value.kind === 'map' ? { ...now, value: inherit(old.value, now.value) } : now;
