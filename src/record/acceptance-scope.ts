import { flatMap, type Span } from '../base/index.ts';
import { type Mapping, type Node, startOf } from '../source/index.ts';

/**
 * The places that a map answers for: the key it stands under or the beginning of it, its own keys, and its own texts.
 * What stands deeper has maps of its own, in which it can be accepted.
 */
export function scopeOf(map: Mapping, key: Span | null): readonly Span[] {
  const start = startOf(map.span);
  return [key ?? start, start, ...ownPlaces(map)];
}

/** The keys and the texts of a map's entries; what stands deeper is left out. */
export const ownPlaces = ({ entries }: Mapping): readonly Span[] =>
  flatMap(entries, ({ key, value }) => [key.span, ...textsOf(value)]);

function textsOf(value: Node): readonly Span[] {
  if (value.kind === 'scalar') return [value.span];
  return value.kind === 'list' ? flatMap(value.items, (item) => (item.kind === 'scalar' ? [item.span] : [])) : [];
}

/** Whether a place lies in one of the places. */
export const isWithin = (at: Span, places: readonly Span[]): boolean =>
  places.some(({ file, start, end }) => file === at.file && start <= at.start && at.end <= end);
