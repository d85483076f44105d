import { test } from 'vitest';
import type { CellBox, Rule } from '../../src/layout/index.ts';
import { everyForm } from '../support/every-form.ts';

/** A stretch of a level or upright line, as a rule inks it or as a box asks for it. */
type Stretch = { readonly level: boolean; readonly at: number; readonly from: number; readonly to: number };

const edgesOf = ({ x, y, width, height }: CellBox): Stretch[] => [
  { level: true, at: y, from: x, to: x + width },
  { level: true, at: y + height, from: x, to: x + width },
  { level: false, at: x, from: y, to: y + height },
  { level: false, at: x + width, from: y, to: y + height },
];

/** A rule is centred on its line and reaches half its thickness over both ends. */
function stretchOf({ x, y, width, height }: Rule, thickness: number): Stretch {
  const half = thickness / 2;
  if (height === thickness) return { level: true, at: y + half, from: x + half, to: x + width - half };
  if (width === thickness) return { level: false, at: x + half, from: y + half, to: y + height - half };
  throw new Error(`a rule of ${width} × ${height}`);
}

const covers = (one: Stretch, other: Stretch): boolean =>
  one.level === other.level && one.at === other.at && one.from <= other.from && one.to >= other.to;

test('rules close every box, on every page', () => {
  everyForm(
    ({ pages, grid }) => {
      for (const { boxes, rules } of pages) {
        const inked = rules.map((rule) => stretchOf(rule, grid.table.rule));
        for (const edge of boxes.flatMap(edgesOf)) {
          if (!inked.some((one) => covers(one, edge))) throw new Error(`open: ${JSON.stringify(edge)}`);
        }
      }
    },
    { seed: 41, numRuns: 80 },
  );
});

test('a rule is drawn only along edges of boxes, and nowhere twice', () => {
  everyForm(
    ({ pages, grid }) => {
      for (const { boxes, rules } of pages) {
        const edges = boxes.flatMap(edgesOf);
        const inked = rules.map((rule) => stretchOf(rule, grid.table.rule));
        for (const one of inked) {
          const along = edges.filter(({ level, at }) => level === one.level && at === one.at);
          if (uncovered(one, along)) throw new Error(`a rule beside no box: ${JSON.stringify(one)}`);
        }
        inked.forEach((one, i) => {
          const twice = inked
            .slice(i + 1)
            .find((two) => one.level === two.level && one.at === two.at && one.from <= two.to && two.from <= one.to);
          if (twice !== undefined) throw new Error(`drawn twice: ${JSON.stringify(one)} and ${JSON.stringify(twice)}`);
        });
      }
    },
    { seed: 42, numRuns: 80 },
  );
});

/** Whether some part of a stretch lies along none of the edges. */
function uncovered({ from, to }: Stretch, edges: readonly Stretch[]): boolean {
  let reached = from;
  for (const edge of edges.toSorted((a, b) => a.from - b.from)) {
    if (edge.from > reached) break;
    reached = Math.max(reached, edge.to);
  }
  return reached < to;
}
