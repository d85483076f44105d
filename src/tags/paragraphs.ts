import type { MeasuredParagraph } from '../measure/index.ts';
import type { Line } from '../text/index.ts';
import type { Tag } from './types.ts';

/** Adds an element for each paragraph within `parent`, and says to which of them a line belongs. */
export function tagParagraphs(
  paragraphs: readonly MeasuredParagraph[],
  parent: number,
  tags: Tag[],
): ReadonlyMap<Line, number> {
  const elements = new Map<Line, number>();
  for (const { lines } of paragraphs) {
    const element = tags.push({ role: 'P', parent, cell: null }) - 1;
    for (const line of lines) elements.set(line, element);
  }
  return elements;
}
