import { expect } from 'vitest';
import type { Page } from '../../src/layout/index.ts';
import { boxesOf, type PdfBox, type PdfContent, type PdfPage, readPdf } from '../../src/read/index.ts';
import { textsOf } from './every-form.ts';
import { cellTextOf } from './expect-docx.ts';
import { lineText, type SetForm, successOf } from './set-form.ts';

/** A box read from a PDF lies this near to the box laid out, in points. */
const NEAR = 0.6;

export const pdfOf = async (bytes: Uint8Array): Promise<PdfContent> => successOf(await readPdf(bytes, 'a.pdf'));

/** The boxes of a page in the order of the cells laid out; a box that is not where it was laid out is a fault. */
export function readBoxes(laid: Page, read: PdfPage): PdfBox[] {
  const boxes = boxesOf(read);
  expect(boxes).toHaveLength(laid.boxes.length);
  return laid.boxes.map((box) => {
    const found = boxes.find(
      (one) => near(one.x, box.x) && near(one.y, box.y) && near(one.width, box.width) && near(one.height, box.height),
    );
    if (found === undefined) throw new Error(`cell ${box.cell} has no box at ${box.x / 1000}, ${box.y / 1000}`);
    return found;
  });
}

const near = (points: number, thousandths: number): boolean => Math.abs(points - thousandths / 1000) <= NEAR;

/** Every page comes back with its boxes and their texts, and the cells of the grid with theirs over all pages. */
export function expectSamePages({ pages }: PdfContent, set: SetForm): void {
  expect(pages).toHaveLength(set.pages.length);
  const whole = set.grid.grid.cells.map(() => '');
  set.pages.forEach((laid, number) => {
    const read = pages[number];
    if (read === undefined) throw new Error(`no page ${number + 1}`);
    readBoxes(laid, read).forEach(({ text }, i) => {
      const box = laid.boxes[i];
      if (box === undefined) return;
      const put = box.cell === -1 ? [] : textsOf(laid, box.cell).map(({ line }) => lineText(line));
      expect(text).toBe(put.join(''));
      if (!box.repeat) whole[box.cell] += text;
    });
  });
  expect(whole).toEqual(set.grid.grid.cells.map((cell) => cellTextOf(cell).replaceAll('\n', '')));
}
