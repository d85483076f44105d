import { addTo, type Diagnostic, flatMap } from '../base/index.ts';
import type { TextRun } from '../text/index.ts';
import { columnOf } from './column-align.ts';
import type { PartedWord } from './diagnostics.ts';
import type { MeasuredDocument } from './types.ts';

/** The columns of tables, and the runs of values in them that had to be broken, where this befell more than one cell. */
export function narrowColumns(
  sections: MeasuredDocument['sections'],
  parted: readonly PartedWord[],
): ReadonlyMap<TextRun, string> {
  const runs = new Set<TextRun>(parted.map(({ run }) => run));
  const columns = new Map<string, TextRun[][]>();
  if (runs.size < 2) return new Map();
  sections.forEach(({ blocks }, section) => {
    blocks.forEach((block, i) => {
      for (const cell of block.kind === 'grid' ? block.grid.cells : []) {
        const found = flatMap(cell.paragraphs, (paragraph) => paragraph.runs.filter((run) => runs.has(run)));
        if (cell.role === 'cell' && found.length > 0) addTo(columns, `${section}.${i} ${columnOf(cell)}`, found);
      }
    });
  });
  return new Map(
    flatMap([...columns], ([column, cells]) =>
      cells.length < 2 ? [] : flatMap(cells, (found) => found.map((run) => [run, column] as const)),
    ),
  );
}

/** Of findings in one column that nobody has accepted only the first, which says how many there are. */
export function oncePerColumn(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const columnOf = ({ alike, accepted }: Diagnostic): string | undefined => (accepted === null ? alike : undefined);
  for (const one of found) {
    const column = columnOf(one);
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return flatMap(found, (one) => {
    const column = columnOf(one);
    const count = counts.get(column ?? '') ?? 1;
    if (column !== undefined) counts.set(column, 0);
    if (count === 0) return [];
    return count === 1 ? one : { ...one, message: `${one.message}；这一栏里这样的有 ${count} 处`, advice: widen };
  });
}

const widen = '请管理模板的同事加宽这一栏（columns）；自己写的，也可以一处一处缩短。';
