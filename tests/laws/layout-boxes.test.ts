import { expect, test } from 'vitest';
import { pt, typeHeight, typeWidth } from '../../src/base/index.ts';
import type { FormDocument } from '../../src/form/index.ts';
import type { CellBox, Page } from '../../src/layout/index.ts';
import { formsWithTails } from '../support/arbitrary-papers.ts';
import { boxOf, everyForm, isHeaderRow } from '../support/every-form.ts';
import type { SetForm } from '../support/set-form.ts';
import { cell, lines, title } from '../support/specs.ts';

/** Places are rounded to a thousandth of a point once or twice. */
const ROUNDING = 2;

/** Han stand this much of the size above the baseline, and the rest of an em below. */
const ASCENT = 0.88;

test('text stays inside its box with the paddings kept, of which an amount may take all but a point, and so every box holds its lines', () => {
  everyForm(
    (set) => {
      for (const page of set.pages) for (const item of page.texts) checkInside(set, page, item);
    },
    { seed: 21 },
  );
});

function checkInside({ grid }: SetForm, page: Page, { owner, line, x, y }: Page['texts'][number]): void {
  if (owner.kind !== 'cell') return;
  const box = boxOf(page, owner.cell);
  const cell = grid.cells[owner.cell];
  if (box === undefined || cell === undefined) throw new Error(`text of cell ${owner.cell} without a box`);
  const { style, beyond } = cell;
  const { padY } = grid.table;
  if (beyond > 0) expect(grid.table.padX - beyond).toBeGreaterThanOrEqual(pt(1) - ROUNDING);
  const padX = grid.table.padX - beyond;
  const top = y - ASCENT * style.size - (style.pitch - style.size) / 2;
  const name = `“${line.fragments.map(({ text }) => text).join('')}” of cell ${owner.cell}`;
  if (top < box.y + padY - ROUNDING) throw new Error(`${name} begins above its box`);
  if (top + style.pitch > box.y + box.height - padY + ROUNDING) throw new Error(`${name} ends below its box`);
  // A character wider than its cell has nowhere to go.
  if (box.width < 2 * padX + style.size) return;
  // The blank half of a first bracket may hang out; what is drawn may not.
  const left = x - line.offset;
  if (left + Math.max(0, line.offset) < box.x + padX - ROUNDING) throw new Error(`${name} begins left of its box`);
  if (left + line.width > box.x + box.width - padX + ROUNDING) throw new Error(`${name} ends right of its box`);
}

test('the boxes of a page do not overlap and leave no hole: they tile the width of the table', () => {
  everyForm(
    ({ pages, paper }) => {
      for (const { boxes } of pages) {
        if (boxes.length === 0) continue;
        expect(Math.min(...boxes.map(({ x }) => x))).toBe(paper.left);
        expect(Math.max(...boxes.map(({ x, width }) => x + width))).toBe(paper.width - paper.right);
        const top = Math.min(...boxes.map(({ y }) => y));
        const foot = Math.max(...boxes.map(({ y, height }) => y + height));
        const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
        expect(area).toBe((foot - top) * typeWidth(paper));
        boxes.forEach((one, i) => {
          const other = boxes.slice(i + 1).find((two) => overlap(one, two));
          if (other !== undefined) throw new Error(`boxes of cells ${one.cell} and ${other.cell} overlap`);
        });
      }
    },
    { seed: 22 },
  );
});

const overlap = (a: CellBox, b: CellBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('a cell has one box on each page it reaches, in its own columns, and no page is left out but by headers', () => {
  everyForm(
    ({ pages, paper, grid: { grid } }) => {
      grid.cells.forEach((cell, id) => {
        const reached: number[] = [];
        pages.forEach(({ boxes }, number) => {
          for (const box of boxes) {
            if (box.cell !== id) continue;
            reached.push(number);
            expect(box.x - paper.left).toBe(grid.edges[cell.x]);
            expect(box.x + box.width - paper.left).toBe(grid.edges[cell.x + cell.width]);
          }
        });
        expect(new Set(reached).size).toBe(reached.length);
        expect(reached).not.toHaveLength(0);
        if (!isHeaderRow(grid, cell.y)) expect((reached.at(-1) ?? 0) - (reached[0] ?? 0)).toBe(reached.length - 1);
      });
    },
    { seed: 23 },
  );
});

test('nothing stands outside the type area but page numbers', () => {
  everyForm(
    ({ pages, paper }) => {
      const foot = paper.top + typeHeight(paper);
      for (const { boxes, texts } of pages) {
        for (const box of boxes) {
          expect(box.y).toBeGreaterThanOrEqual(paper.top);
          expect(box.y + box.height).toBeLessThanOrEqual(foot);
          expect(box.height).toBeGreaterThan(0);
        }
        const inside = texts.filter(({ owner }) => owner.kind !== 'folio');
        expect(inside.every(({ y }) => y > paper.top && y < foot)).toBe(true);
      }
    },
    { seed: 24 },
  );
});

test('every page has something on it, and a page number where the paper asks for one', () => {
  everyForm(
    ({ pages, paper }) => {
      pages.forEach(({ boxes, texts }, i) => {
        const folios = texts.filter(({ owner }) => owner.kind === 'folio');
        const numbers = folios.map(({ line }) => line.fragments.map(({ text }) => text).join(''));
        expect(numbers).toEqual(paper.folio === 'none' ? [] : [`— ${i + 1} —`]);
        expect(boxes.length + texts.length - folios.length).toBeGreaterThan(0);
      });
    },
    { seed: 25 },
  );
});

/** With blocks that leave no ink, at both ends. */
const withBlanks = (form: FormDocument): FormDocument => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    blocks: [title(''), ...section.blocks, lines([50, 50], cell(''), cell(''))],
  })),
});

test('a block is said to stand where its ink is', () => {
  everyForm(
    ({ paged }) => {
      const seen = new Map<number, { readonly first: number; readonly last: number }>();
      paged.pages.forEach(({ boxes, texts }, last) => {
        const inked = [...boxes, ...texts.map(({ owner }) => owner)].flatMap((one) =>
          'block' in one ? one.block : [],
        );
        for (const block of inked) seen.set(block, { first: seen.get(block)?.first ?? last, last });
      });
      expect(new Map(paged.blocks)).toEqual(seen);
    },
    { seed: 26, from: formsWithTails.map(withBlanks) },
  );
});
