import type { Entry, Mapping } from '../source/index.ts';
import { words } from './vocabulary.ts';

/**
 * A map that has all entries of the parent, those of the child in their place, and the child's own after them; maps
 * are merged inside, everything else is replaced. An entry that says 无 in the child takes the parent's away; where the
 * parent has no such entry it stays, for a reader to report.
 */
export function inherit(parent: Mapping, child: Mapping): Mapping {
  const own = new Map(child.entries.map((entry) => [entry.key.text, entry]));
  const merged: Entry[] = [];
  for (const old of parent.entries) {
    const now = own.get(old.key.text);
    if (now === undefined) merged.push(old);
    else if (!takesAway(now)) merged.push(combine(old, now));
    own.delete(old.key.text);
  }
  return { ...child, entries: [...merged, ...own.values()] };
}

/** Whether an entry only says that what is inherited under its key shall go; in quotes 无 is a word like others. */
export const takesAway = ({ value }: Entry): boolean =>
  value.kind === 'scalar' && value.style === 'plain' && value.text === words.none;

const combine = (old: Entry, now: Entry): Entry =>
  old.value.kind === 'map' && now.value.kind === 'map' ? { ...now, value: inherit(old.value, now.value) } : now;
