import type { World } from './base/index.ts';
import type { TypedAt } from './measure/index.ts';
import { placeInScalar } from './source/index.ts';

/**
 * Finds the author's characters behind printed ones, for diagnostics that point at a single character. A file is read
 * when the first fault in it is told.
 */
export function typedPlaces(world: Pick<World, 'readText'>): TypedAt {
  const texts = new Map<string, string | null>();
  const textOf = (file: string): string | null => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const read = world.readText(file);
    const text = read.ok ? read.value : null;
    texts.set(file, text);
    return text;
  };
  return (span, text, { start, end }) => {
    const source = textOf(span.file);
    if (source === null) return null;
    const typed = source.slice(span.start, span.end);
    if (typed.startsWith('|')) {
      // A run is one line of a block, which stands there as it is printed.
      const line = typed.indexOf(text);
      return line === -1 ? null : { ...span, start: span.start + line + start, end: span.start + line + end };
    }
    const place = placeInScalar(source, span, { start, end });
    // An amount is not printed as it was typed; then the whole value is meant.
    return source.slice(place.start, place.end) === text.slice(start, end) ? place : null;
  };
}
