import { expect, test } from 'vitest';
import { boxOf, everyForm, inkedLines, isWholeLabel, textsOf } from '../support/every-form.ts';
import { lineText } from '../support/set-form.ts';

test('every line of a flowing cell stands on exactly one page, once and in order', () => {
  everyForm(
    (set) => {
      set.grid.cells.forEach((_, cell) => {
        if (isWholeLabel(set, cell)) return;
        const printed = set.pages.flatMap((page) => textsOf(page, cell)).filter(({ repeat }) => !repeat);
        expect(printed.map(({ line }) => lineText(line))).toEqual(inkedLines(set, cell));
      });
    },
    { seed: 11 },
  );
});

test('a label is printed whole on every page that its cell reaches, as a repeat from the second on', () => {
  everyForm(
    (set) => {
      set.grid.cells.forEach((_, cell) => {
        if (!isWholeLabel(set, cell)) return;
        const reached = set.pages.filter((page) => boxOf(page, cell) !== undefined);
        expect(reached.length).toBeGreaterThan(0);
        reached.forEach((page, i) => {
          expect(boxOf(page, cell)?.repeat).toBe(i > 0);
          const texts = textsOf(page, cell);
          expect(texts.map(({ line }) => lineText(line))).toEqual(inkedLines(set, cell));
          expect(texts.every(({ repeat }) => repeat === i > 0)).toBe(true);
        });
      });
    },
    { seed: 12 },
  );
});

test('a cell of a repeated header is printed whole again, whatever its role', () => {
  everyForm(
    (set) => {
      for (const page of set.pages) {
        for (const { cell, repeat } of page.boxes) {
          if (!repeat) continue;
          expect(textsOf(page, cell).map(({ line }) => lineText(line))).toEqual(inkedLines(set, cell));
        }
      }
    },
    { seed: 13 },
  );
});

test('texts of a page stand in the order of the cells, the lines of a cell from top to bottom', () => {
  everyForm(
    ({ pages }) => {
      for (const { texts } of pages) {
        const own = texts.flatMap((item) => (item.owner.kind === 'cell' ? [{ cell: item.owner.cell, y: item.y }] : []));
        own.slice(1).forEach(({ cell, y }, i) => {
          const before = own[i] ?? { cell: -1, y: -1 };
          if (cell < before.cell) throw new Error(`cell ${cell} after cell ${before.cell}`);
          if (cell === before.cell && y <= before.y) throw new Error(`cell ${cell} goes up`);
        });
      }
    },
    { seed: 14 },
  );
});
