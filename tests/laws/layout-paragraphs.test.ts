import { expect, test } from 'vitest';
import { pt } from '../../src/base/index.ts';
import type { MeasuredCell, Setup } from '../../src/measure/index.ts';
import { boxOf, everyForm, inkedLines, textsOf } from '../support/every-form.ts';
import { fakeSetup, fakeTable } from '../support/fake-fonts.ts';
import { linesOf, lineText, type SetForm } from '../support/set-form.ts';

/** Paragraphs stand apart, and labels say that they go on. */
const setup: Setup = {
  ...fakeSetup,
  paragraph: { ...fakeSetup.paragraph, gap: pt(5) },
  table: { ...fakeTable, continued: '（续）' },
};

const againHeight = ({ again, style, gap }: MeasuredCell, padY: number): number =>
  again === null
    ? 0
    : again.reduce((sum, { lines }) => sum + lines.length * style.pitch, (again.length - 1) * gap) + 2 * padY;

/** Whether a cell is printed whole wherever it reaches, as what it says first and as what it says again. */
function isWhole({ grid, room }: SetForm, id: number): boolean {
  const cell = grid.cells[id];
  if (cell === undefined || grid.grid.cells[id]?.role !== 'label') return false;
  return Math.max(cell.need, againHeight(cell, grid.table.padY)) <= room;
}

test('every line of a flowing cell stands on exactly one page, once and in order, with gaps too', () => {
  everyForm(
    (set) => {
      set.grid.cells.forEach((_, cell) => {
        if (isWhole(set, cell)) return;
        const printed = set.pages.flatMap((page) => textsOf(page, cell)).filter(({ repeat }) => !repeat);
        expect(printed.map(({ line }) => lineText(line))).toEqual(inkedLines(set, cell));
      });
    },
    { seed: 81, setup },
  );
});

test('a gap stands before each paragraph of a cell that begins inside a piece of it, and nowhere else', () => {
  let gaps = 0;
  everyForm(
    (set) => {
      set.grid.cells.forEach((cell, id) => {
        const all = linesOf(cell);
        for (const page of set.pages) {
          const texts = textsOf(page, id).filter(({ repeat }) => !repeat);
          texts.slice(1).forEach(({ line, y }, i) => {
            const before = texts[i] as (typeof texts)[number];
            const [from, to] = [all.indexOf(before.line), all.indexOf(line)];
            const between = cell.starts.filter((start) => start > from && start <= to).length;
            gaps += between;
            const distance = (to - from) * cell.style.pitch + between * cell.gap;
            expect(Math.abs(y - before.y - distance)).toBeLessThanOrEqual(1);
          });
        }
      });
    },
    { seed: 82, setup },
  );
  expect(gaps).toBeGreaterThan(100);
});

test('text stays inside its box, with gaps and labels that say that they go on', () => {
  everyForm(
    (set) => {
      const { padY } = set.grid.table;
      for (const page of set.pages) {
        for (const { owner, y } of page.texts) {
          if (owner.kind !== 'cell') continue;
          const box = boxOf(page, owner.cell);
          const style = set.grid.cells[owner.cell]?.style;
          if (box === undefined || style === undefined) throw new Error(`text of cell ${owner.cell} without a box`);
          const top = y - 0.88 * style.size - (style.pitch - style.size) / 2;
          const isInside = top >= box.y + padY - 2 && top + style.pitch <= box.y + box.height - padY + 2;
          if (!isInside) throw new Error(`text of cell ${owner.cell} outside its box`);
        }
      }
    },
    { seed: 83, setup },
  );
});

test('a label of several rows says what it says again on every page but its first; headers stay as they are', () => {
  let again = 0;
  everyForm(
    (set) => {
      set.grid.cells.forEach((cell, id) => {
        if (cell.again === null || !isWhole(set, id)) return;
        const { y, height } = set.grid.grid.cells[id] ?? { y: 0, height: 0 };
        const scope = set.grid.grid.headers.find(({ first, end }) => y >= first && y + height <= end);
        const first = inkedLines(set, id);
        const later = cell.again.flatMap(({ lines }) => lines.map(lineText)).filter((text) => text !== '');
        const reached = set.pages.filter((page) => boxOf(page, id) !== undefined);
        reached.forEach((page, i) => {
          const printed = textsOf(page, id).map(({ line }) => lineText(line));
          // A header may be broken itself where a page is too small for it, and then its labels go on like others.
          if (scope !== undefined && i > 0) expect([first, later]).toContainEqual(printed);
          else expect(printed).toEqual(i === 0 || first.length === 0 ? first : later);
          again += i;
        });
      });
    },
    { seed: 84, setup },
  );
  expect(again).toBeGreaterThan(50);
});
