import type { Span } from '../../base/index.ts';
import { placeInScalar } from '../../source/index.ts';
import type { CheckedRecord, ScalarValue } from '../types.ts';

/** The author's characters behind a stretch of a value; the whole value where it is printed otherwise than typed. */
export function placeIn(record: CheckedRecord, { field, origin }: ScalarValue, start: number, length: number): Span {
  if (origin.kind !== 'value' || field.kind === 'amount') return origin.span;
  return placeInScalar(record.text, origin.span, { start, end: start + length });
}

/** Words one after the other, as a sentence names them. */
export const listed = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('');
