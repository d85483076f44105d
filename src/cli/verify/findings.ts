import type { Difference } from '../../agree/index.ts';
import { type Diagnostic, diagnostic, type Span } from '../../base/index.ts';
import type { Grid, GridCell } from '../../grid/index.ts';
import type { MeasuredDocument } from '../../measure/index.ts';
import { wholeFile } from '../disk/file-fault.ts';
import { nameOf, quoted, textOf, typedIn } from './words.ts';

/** How many differences are told one by one: a document of another record differs everywhere. */
const MOST = 50;

/** The document that is looked at, and what its YAML makes. */
export type Scene = { readonly file: string; readonly measured: MeasuredDocument };

/** D034 for each difference, with the place in the YAML that its cell is printed from. */
export function differenceFindings(differences: readonly Difference[], scene: Scene): readonly Diagnostic[] {
  const grids = scene.measured.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));
  const told = differences.slice(0, MOST).map((one) => {
    const { message, source = null } = finding(one, grids);
    return differs(scene.file, message, source);
  });
  if (differences.length <= MOST) return told;
  return [...told, differs(scene.file, `另有 ${differences.length - MOST} 处不一样，没有一一列出`)];
}

/** D034: what a document prints is not what its YAML says, at a place in the YAML or at none. */
export const differs = (file: string, message: string, source: Span | null = null): Diagnostic =>
  diagnostic({
    code: 'D034',
    at: wholeFile(file),
    message,
    advice: '印的和带的数据不是一回事，不要用；找生成的人要原来的一份，或者用对的数据重新生成。',
    related: source === null ? [] : [{ at: source, message: '数据里是这一处' }],
  });

type Finding = { readonly message: string; readonly source?: Span | null };

function finding(difference: Difference, grids: readonly Grid[]): Finding {
  const { kind } = difference;
  if (kind === 'cell' || kind === 'span') return cellFinding(difference, grids);
  if (kind === 'tables')
    return { message: `印的有 ${difference.printed} 张表，数据排出来是 ${difference.expected} 张` };
  if (kind === 'text') {
    const { printed, expected } = difference;
    const said = `印的是${quoted(printed, expected)}，数据排出来是${quoted(expected, printed)}`;
    return { message: `表格外面的文字不一样：${said}` };
  }
  const table = tableName(difference.table, grids);
  if (kind === 'extra') {
    const { x, y, text } = difference.printed;
    return { message: `${table}第 ${y + 1} 行第 ${x + 1} 列多印了一格${quoted(text)}` };
  }
  const { row, count } = difference;
  const what = count > 0 ? `多印了 ${count} 行，数据里没有` : `少印了 ${-count} 行，数据里有`;
  return { message: `${table}第 ${row + 1} 行起${what}` };
}

function cellFinding(difference: Difference & { readonly kind: 'cell' | 'span' }, grids: readonly Grid[]): Finding {
  const grid = grids[difference.table] as Grid;
  const cell = grid.cells[difference.cell] as GridCell;
  const place = `${tableName(difference.table, grids)}第 ${cell.y + 1} 行第 ${cell.x + 1} 列`;
  return {
    message: `${nameOf(grid, cell)}（${place}）${wordsOf(difference, cell)}`,
    source: typedIn(cell)?.span ?? null,
  };
}

function wordsOf(difference: Difference & { readonly kind: 'cell' | 'span' }, cell: GridCell): string {
  const wanted = textOf(cell);
  if (difference.kind === 'cell') {
    const { printed, onlyBlanks } = difference;
    const said = `印的是${quoted(printed, wanted)}，数据排出来是${quoted(wanted, printed)}`;
    return onlyBlanks ? `${said}，只差空白或分段` : said;
  }
  const { printed } = difference;
  if (printed === null) return `没有印，数据排出来是${quoted(wanted)}`;
  return `印成 ${printed.height} 行 ${printed.width} 列的一格，数据排出来是 ${cell.height} 行 ${cell.width} 列`;
}

const tableName = (table: number, grids: readonly Grid[]): string =>
  grids.length > 1 ? `第 ${table + 1} 张表` : '表上';
