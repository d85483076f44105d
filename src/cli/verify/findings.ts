import type { Difference } from '../../agree/index.ts';
import { type Diagnostic, diagnostic, type Origin, pathText, type Span } from '../../base/index.ts';
import type { Grid, GridCell } from '../../grid/index.ts';
import type { MeasuredDocument } from '../../measure/index.ts';

/** How many differences are told one by one: a document of another record differs everywhere. */
const MOST = 50;
/** How much of a text is told. */
const LONGEST = 60;

/** Where differences are told of: the document, and what its YAML makes. */
export type Scene = { readonly file: string; readonly measured: MeasuredDocument };

/** D034 for each difference, at the place in the YAML that its cell is printed from, or else of the whole document. */
export function differenceFindings(differences: readonly Difference[], scene: Scene): readonly Diagnostic[] {
  const grids = scene.measured.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));
  const told = differences.slice(0, MOST).map((one) => finding(one, grids, scene.file));
  if (differences.length <= MOST) return told;
  return [...told, differs(whole(scene.file), `另有 ${differences.length - MOST} 处不一样，没有一一列出`)];
}

function finding(difference: Difference, grids: readonly Grid[], file: string): Diagnostic {
  switch (difference.kind) {
    case 'tables':
      return differs(whole(file), `印的有 ${difference.printed} 张表，数据排出来是 ${difference.expected} 张`);
    case 'text':
      return differs(
        whole(file),
        `表格外面的文字不一样：印的是${quoted(difference.printed)}，数据排出来是${quoted(difference.expected)}`,
      );
    case 'rows': {
      const { row, count, table } = difference;
      const where = `${tableName(table, grids)}第 ${row + 1} 行起`;
      return differs(
        whole(file),
        count > 0 ? `${where}多印了 ${count} 行，数据里没有` : `${where}少印了 ${-count} 行，数据里有`,
      );
    }
    case 'extra': {
      const { x, y, text } = difference.printed;
      const where = `${tableName(difference.table, grids)}第 ${y + 1} 行第 ${x + 1} 列`;
      return differs(whole(file), `${where}多印了一格${quoted(text)}`);
    }
    case 'span':
    case 'cell':
      return cellFinding(difference, grids, file);
  }
}

function cellFinding(
  difference: Difference & { readonly kind: 'cell' | 'span' },
  grids: readonly Grid[],
  file: string,
): Diagnostic {
  const grid = grids[difference.table] as Grid;
  const cell = grid.cells[difference.cell] as GridCell;
  const origin = originOf(cell);
  const at = origin === null ? whole(file) : origin.span;
  const where = `${nameOf(grid, cell, origin)}（${tableName(difference.table, grids)}第 ${cell.y + 1} 行第 ${cell.x + 1} 列）`;
  const wanted = textOf(cell);
  if (difference.kind === 'cell')
    return differs(
      at,
      `${where}印的是${quoted(difference.printed, wanted)}，数据排出来是${quoted(wanted, difference.printed)}${difference.onlyBlanks ? '，只差空白或分段' : ''}`,
    );
  const { printed } = difference;
  return differs(
    at,
    printed === null
      ? `${where}没有印，数据排出来是${quoted(wanted)}`
      : `${where}印成 ${printed.height} 行 ${printed.width} 列的一格，数据排出来是 ${cell.height} 行 ${cell.width} 列`,
  );
}

/** A cell in words of the form: the path of its field, and for a label itself; else the label of its row. */
function nameOf(grid: Grid, cell: GridCell, origin: (Origin & { readonly path?: unknown }) | null): string {
  if (origin !== null && 'path' in origin && origin.kind !== 'key' && Array.isArray(origin.path))
    return `“${pathText(origin.path)}”`;
  if (cell.role === 'label') return `栏目“${cut(textOf(cell))}”`;
  const label = grid.cells.findLast((one) => one.role === 'label' && one.x < cell.x && covers(one, cell.y));
  return label === undefined ? '一格' : `“${cut(textOf(label))}”的一格`;
}

const covers = ({ y, height }: GridCell, row: number): boolean => row >= y && row < y + height;

/** The origin of what a cell says that the author typed or left out; null where the form says it all. */
const originOf = ({ paragraphs }: GridCell): (Origin & { readonly path: unknown }) | null => {
  for (const { runs } of paragraphs) for (const { origin } of runs) if ('path' in origin) return origin;
  return null;
};

const textOf = ({ paragraphs }: GridCell): string =>
  paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');

const tableName = (table: number, grids: readonly Grid[]): string =>
  grids.length > 1 ? `第 ${table + 1} 张表` : '表上';

/** A text as it is told; of a long one the stretch where it begins to differ from the other. */
function quoted(text: string, other = ''): string {
  if (text === '') return '空白';
  let same = 0;
  while (same < text.length && same < other.length && text[same] === other[same]) same += 1;
  const start = text.length <= LONGEST ? 0 : Math.max(0, Math.min(same - LONGEST / 3, text.length - LONGEST));
  return `“${start > 0 ? '……' : ''}${cut(text.slice(start))}”`;
}

const cut = (text: string): string => {
  const line = text.replaceAll('\n', '⏎');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}……` : line;
};

const whole = (file: string): Span => ({ file, start: 0, end: 0 });

const differs = (at: Span, message: string): Diagnostic =>
  diagnostic({
    code: 'D034',
    at,
    message,
    advice: '印的和带的数据不是一回事，不要用；找生成的人要原来的一份，或者用对的数据重新生成。',
  });
