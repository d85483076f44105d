import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pt } from '../../src/base/index.ts';
import type { CellSpec, GroupSpec, RowSpec } from '../../src/form/index.ts';
import { buildGrid, type Grid } from '../../src/grid/index.ts';
import { tables } from '../support/arbitrary-tables.ts';
import { successOf } from '../support/set-form.ts';

const WIDTH = pt(400);

const everyGrid = (law: (grid: Grid) => void): void =>
  fc.assert(
    fc.property(tables, (spec) => law(successOf(buildGrid(spec, WIDTH)))),
    { seed: 1, numRuns: 200 },
  );

test('every slot of a grid has one owner, and each cell owns exactly its rectangle', () => {
  everyGrid(({ slots, cells, rows, edges }) => {
    expect(slots).toHaveLength(rows);
    const owned = cells.map(() => 0);
    slots.forEach((line, y) => {
      expect(line).toHaveLength(edges.length - 1);
      line.forEach((id, x) => {
        const cell = cells[id];
        if (cell === undefined) throw new Error(`slot ${x},${y} has no owner`);
        const inside = x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + cell.height;
        if (!inside) throw new Error(`slot ${x},${y} lies outside its owner ${id}`);
        owned[id] = (owned[id] ?? 0) + 1;
      });
    });
    expect(owned).toEqual(cells.map(({ width, height }) => width * height));
  });
});

test('column edges ascend from 0 to the width of the table by more than a point', () => {
  everyGrid(({ edges }) => {
    expect(edges[0]).toBe(0);
    expect(edges.at(-1)).toBe(WIDTH);
    edges.slice(1).forEach((edge, i) => {
      if (edge - (edges[i] ?? 0) <= pt(1) && i < edges.length - 2) throw new Error(`edges ${i} and ${i + 1} touch`);
      if (edge <= (edges[i] ?? 0)) throw new Error(`edge ${i + 1} does not ascend`);
    });
  });
});

test('cells are numbered in reading order', () => {
  everyGrid(({ cells }) => {
    cells.slice(1).forEach((cell, i) => {
      const before = cells[i];
      if (before === undefined || before.y > cell.y || (before.y === cell.y && before.x >= cell.x))
        throw new Error(`cell ${i + 1} comes before cell ${i}`);
    });
  });
});

test('header scopes follow one another without overlap, each with at least one header row', () => {
  everyGrid(({ headers, rows }) => {
    let end = 0;
    for (const scope of headers) {
      expect(scope.first).toBeGreaterThanOrEqual(end);
      expect(scope.end).toBeGreaterThan(scope.first);
      expect(scope.until).toBeGreaterThanOrEqual(scope.end);
      end = scope.until;
    }
    expect(end).toBeLessThanOrEqual(rows);
  });
});

test('no cell of a template is lost or doubled on the way into the grid', () => {
  fc.assert(
    fc.property(tables, (spec) => {
      const printed = successOf(buildGrid(spec, WIDTH)).cells.map(textOf);
      const written = spec.bands.flatMap(({ children }) => children.flatMap(specsIn)).map(textOf);
      expect(printed.toSorted()).toEqual(written.toSorted());
    }),
    { seed: 2, numRuns: 100 },
  );
});

const textOf = ({ role, paragraphs }: Pick<CellSpec, 'role' | 'paragraphs'>): string =>
  `${role} ${paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')}`;

const specsIn = (child: GroupSpec | RowSpec): readonly CellSpec[] =>
  child.kind === 'row' ? child.cells : [child.label, ...child.children.flatMap(specsIn)];
