import type { Page } from '../layout/index.ts';
import { inked } from './ink.ts';
import type { Print } from './types.ts';

/** What stands on a page of a document, besides where its cells are: the pieces of text in its boxes and outside of them. */
export type Leaf = {
  readonly boxes: readonly string[];
  /** Above the foot, in reading order. */
  readonly outside: readonly string[];
  /** Below the type area. */
  readonly foot: string;
};

/** What a page that is laid out shows. */
export function leafOf({ boxes, texts }: Page): Leaf {
  const inCell = new Map<string, string>();
  const outside: string[] = [];
  let foot = '';
  for (const { owner, line } of texts) {
    const text = line.fragments.map((fragment) => fragment.text).join('');
    if (owner.kind === 'cell') inCell.set(keyOf(owner), (inCell.get(keyOf(owner)) ?? '') + text);
    else if (owner.kind === 'block') outside.push(text);
    else foot += text;
  }
  const inOrder = boxes.toSorted((a, b) => a.y - b.y || a.x - b.x);
  return { boxes: inOrder.map((box) => inCell.get(keyOf(box)) ?? ''), outside, foot };
}

/** Cells are counted anew in each table. */
const keyOf = ({ block, cell }: { readonly block: number; readonly cell: number }): string => `${block} ${cell}`;

/** Whether pages show the same in the same boxes, read from top to bottom and from left to right. */
export const sameLeaves = (some: readonly Leaf[], others: readonly Leaf[]): boolean =>
  some.length === others.length && some.every((leaf, i) => inkOf(leaf) === inkOf(others[i] as Leaf));

const inkOf = ({ boxes, outside, foot }: Leaf): string => [...boxes, outside.join(''), foot].map(inked).join('\n');

/** What a page has that it should not; `page` counts from 1. */
export type Blemish =
  /** A text in a box that is in no cell, nor in a part of one that a page turn cut. */
  | { readonly kind: 'box'; readonly page: number; readonly text: string }
  | { readonly kind: 'foot'; readonly page: number; readonly text: string; readonly expected: string };

/** How the pages behind so many covers are numbered, and what labels that are printed again end with. */
export type LeafStyle = { readonly isNumbered: boolean; readonly covers: number; readonly continued: string };

/**
 * What the pages show besides the table that was read from them: labels and headers printed again after a page turn, which
 * a reader drops, must be words of the table, and each page have its number.
 */
export function blemishesOf(leaves: readonly Leaf[], expected: Print, style: LeafStyle): readonly Blemish[] {
  const cells = expected.flatMap((block) => (block.kind === 'table' ? block.cells : []));
  const texts = cells.map(({ text }) => inked(text));
  const known = new Set(texts);
  // Inked texts hold no line end, so that no piece goes over from one to the next.
  const all = texts.flatMap((text) => [text, `${text}${inked(style.continued)}`]).join('\n');
  const isKnown = (text: string): boolean => text === '' || known.has(text) || all.includes(text);
  return leaves.flatMap(({ boxes, foot }, i): Blemish[] => {
    const number = style.isNumbered && i >= style.covers ? `—${i + 1 - style.covers}—` : '';
    const strange = boxes.map(inked).filter((text) => !isKnown(text));
    return [
      ...strange.map((text): Blemish => ({ kind: 'box', page: i + 1, text })),
      ...(inked(foot) === number ? [] : [{ kind: 'foot', page: i + 1, text: foot, expected: number } as const]),
    ];
  });
}
