import type { Entry, Mapping, Node } from '../source/index.ts';
import { inherit } from './inherit.ts';
import { words } from './vocabulary.ts';

/** {@link inherit}, but lists are united; one that begins with 无 takes the place of the farther one. */
export const uniteLists = (far: Mapping, near: Mapping): Mapping => inherit(far, withListsOf(far, near));

function withListsOf(far: Mapping, near: Mapping): Mapping {
  const old = new Map(far.entries.map(({ key, value }) => [key.text, value]));
  const entries = near.entries.map((entry): Entry => {
    const below = old.get(entry.key.text);
    return below === undefined ? entry : { ...entry, value: united(below, entry.value) };
  });
  return { ...near, entries };
}

function united(far: Node, near: Node): Node {
  if (far.kind === 'map' && near.kind === 'map') return withListsOf(far, near);
  if (far.kind !== 'list' || near.kind !== 'list' || startsAnew(near.items[0])) return near;
  return { ...near, items: [...far.items, ...near.items] };
}

const startsAnew = (first: Node | undefined): boolean => first?.kind === 'scalar' && first.text === words.none;
