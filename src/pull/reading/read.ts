import { type Code, type Diagnostic, diagnostic, type Span } from '../../base/index.ts';
import { type EditedBlock, type EditedCell, type EditedRow, rowText, whereIs } from '../edited/document.ts';
import { fault, type Seen, shown, unreadFault } from '../faults.ts';
import type { PrintedLine, PrintedRow } from '../printed/expect.ts';
import type { Model } from '../printed/model.ts';
import type { Pattern } from '../printed/pattern.ts';
import type { Station } from '../printed/stations.ts';
import { squeezed } from '../text/blanks.ts';
import { type Assigned, type Assignment, assignRows } from './assign.ts';
import { bindCell } from './bind.ts';
import { bindLine, pairBlocks } from './blocks.ts';
import { addReading, type Instance, newInstance, readRows } from './instances.ts';

/** What a document says of a record, and what of it was not understood. */
export type Reading = {
  readonly root: Instance;
  readonly problems: readonly Diagnostic[];
  /** The levels that rows which could not be placed may be of. */
  readonly unsure: ReadonlySet<string>;
  /** The rows of all tables that were understood. */
  readonly rows: readonly Assigned[];
};

/** Reads an edited document by what the YAML prints; `at` is the YAML's line that names the form. */
export function readEdited(model: Model, edited: readonly EditedBlock[], at: Span): Reading {
  const root = newInstance(null);
  const problems: Diagnostic[] = [];
  const rows: Assigned[] = [];
  const unsure = new Set<string>();
  for (const { printed, edited: found } of pairBlocks(model.blocks, edited)) {
    if (printed?.kind === 'table' && found?.kind === 'table') {
      const read = readTable(found.rows, model.stations.get(printed) ?? [], root, at);
      problems.push(...read.problems);
      for (const level of read.unsure) unsure.add(level);
      rows.push(...read.rows);
    } else if (printed?.kind === 'table') {
      problems.push(otherForm(at, '这份 DOCX 里没有这样的表'));
    } else if (printed !== null) {
      problems.push(...readLine(printed, found, root, at));
    } else if (found !== null) {
      problems.push(strange(found, at));
      if (found.kind === 'table') for (const level of model.printed) unsure.add(level);
    }
  }
  return { root, problems, rows, unsure };
}

/** Reads a heading or a line outside of tables; null: the document does not have it. */
function readLine(line: PrintedLine, edited: EditedBlock | null, root: Instance, at: Span): readonly Diagnostic[] {
  const was = line.cells.map(({ text }) => text).join(' ');
  const place = line.cells[0]?.at ?? at;
  if (edited === null) return squeezed(was) === '' ? [] : [missingLine(was, place)];
  const reading = bindLine(line, edited);
  if (reading === null) return [changedLine(was, edited, place)];
  addReading(reading, root);
  return reading.bounds.length === 0 ? unreadFaults(cellsIn(edited), at) : [];
}

type Table = Pick<Reading, 'problems' | 'rows' | 'unsure'>;

const none: ReadonlySet<string> = new Set();

function readTable(rows: readonly EditedRow[], stations: readonly Station[], root: Instance, at: Span): Table {
  const assignment = assignRows(rows, stations);
  if (assignment === null) return { rows: [], unsure: none, problems: [otherForm(at, '表格的行太多')] };
  const { strange: odd, missing, doubtful } = assignment;
  if (isOther(assignment, rows, stations))
    return { rows: [], unsure: none, problems: [otherForm(at, '表格的行大多不是这张表的')] };
  const left = new Set(doubtful);
  const sure = assignment.rows.filter(({ row }) => !left.has(row));
  const conflicts = readRows(sure, root);
  const seen = (code: Code, row: EditedRow): Seen => ({ code, at, where: row.where, text: rowText(row) });
  const problems = [
    ...odd.map((row) =>
      fault(seen('P004', row), '看不出是表上的哪一行', '格子的合并和拆分照原来的样子改回去，再写回；或者直接改 YAML。'),
    ),
    ...doubtful.map((row) => fault(seen('P006', row), '可以算作表上不同地方的行', '这一行请直接写进 YAML。')),
    ...missing
      .map((station) => stations[station] as Station)
      .flatMap(({ many, kinds }) => (many ? [] : [missingRow(kinds[0] as PrintedRow)])),
    ...assignment.rows.flatMap(labelFaults),
    ...unreadFaults(assignment.rows.flatMap(fixedCells), at),
    ...conflicts.map(({ row, cell }) =>
      fault(
        { code: 'P004', at, where: row.where, text: cell.text },
        '这一格跨了几项，分不清是哪一项的',
        '把合并的格子拆开，各行填上自己的内容，再写回。',
      ),
    ),
  ];
  const unsure = [
    ...assignment.unsure.flatMap((one) => levelsAt(stations[one])),
    ...conflicts.flatMap(({ levels }) => levels),
  ];
  return { rows: sure, problems, unsure: new Set(unsure) };
}

/** The levels of what stands at a station. */
const levelsAt = (station: Station | undefined): readonly string[] =>
  (station?.kinds ?? []).flatMap(({ cells }) =>
    cells.flatMap(({ pattern }) => pattern.slots.flatMap(({ spot }) => spot.levels)),
  );

/** Whether most rows are none of the table's, or most of those that it has are not there. */
function isOther(
  { rows: assigned, strange: odd, missing, doubtful }: Assignment,
  rows: readonly EditedRow[],
  stations: readonly Station[],
): boolean {
  const changed = assigned.filter(({ fit }) => fit.cells.some(({ kind }) => kind === 'label'));
  const fixed = stations.filter(({ many, printed }) => printed && !many).length;
  const gone = missing.filter((station) => stations[station]?.many === false).length;
  return odd.length + changed.length + doubtful.length > rows.length / 2 || (gone > 2 && gone > fixed / 2);
}

/** Cells of a row in which only fixed words stand. */
const fixedCells = ({ fit, kind }: Assigned): readonly EditedCell[] =>
  fit.cells.flatMap(({ cell }, i) => (kind.cells[i]?.pattern.slots.length === 0 ? [cell] : []));

const cellsIn = (block: EditedBlock): readonly EditedCell[] =>
  block.kind === 'line' ? block.pieces.slice(0, 1) : block.rows.flatMap(({ cells }) => cells.map(({ cell }) => cell));

/** P013 for words of the form beside which something stands that cannot be read. */
const unreadFaults = (cells: readonly EditedCell[], at: Span): readonly Diagnostic[] =>
  [...new Set(cells)].filter(({ unread }) => unread.length > 0).map((cell) => unreadFault(cell, at));

/** P001 for cells whose fixed words are not those of the form. */
const labelFaults = ({ fit, kind }: Assigned): readonly Diagnostic[] =>
  fit.cells.flatMap((fitted, i) => {
    const pattern = kind.cells[i]?.pattern;
    if (fitted.kind === 'read' || pattern === undefined) return [];
    const isOther = fitted.cell.text !== '' && bindCell(pattern, fitted.cell) === null;
    if (fitted.kind === 'same' && !isOther) return [];
    const { where, text } = fitted.cell;
    const seen = { where, text };
    return [isAllValues(pattern) ? itemsFault(seen, pattern.at) : labelFault(seen, pattern.text, pattern.at)];
  });

const isAllValues = ({ parts, slots }: Pattern): boolean =>
  slots.length > 0 &&
  parts.every(({ units }) => units.flat().every(({ kind, text }) => kind !== 'literal' || squeezed(text) === ''));

/** P006 for a cell that holds nothing but items, with other paragraphs than they have. */
const itemsFault = (seen: Pick<Seen, 'where' | 'text'>, at: Span): Diagnostic =>
  fault(
    { code: 'P006', at, ...seen },
    '这一格里有几项，一项有几段，分不清哪几段是一项',
    '这一格的改动请直接写进 YAML。',
  );

const labelFault = ({ where, text }: Pick<Seen, 'where' | 'text'>, was: string, at: Span): Diagnostic =>
  fault(
    { code: 'P001', at, where, text },
    `这里是表上固定的字，原来是“${shown(was)}”，没有照改`,
    '在 Word 里改回原来的字；要改表上的字，请改模板。',
  );

const changedLine = (was: string, edited: EditedBlock, at: Span): Diagnostic =>
  labelFault({ where: whereIs(edited), text: edited.kind === 'line' ? edited.text : '' }, was, at);

const missingLine = (was: string, at: Span): Diagnostic =>
  diagnostic({
    code: 'P001',
    at,
    message: `DOCX 里没有表外的“${shown(was)}”`,
    advice: '在 Word 里补上这一行；要改表上的字，请改模板。',
  });

const missingRow = ({ cells }: PrintedRow): Diagnostic => {
  const own = cells.filter(({ begins }) => begins);
  const at = (own[0] ?? cells[0])?.pattern.at as Span;
  const text = own.map(({ pattern }) => pattern.text).filter((one) => one !== '');
  return diagnostic({
    code: 'P004',
    at,
    message: `DOCX 的表里没有“${shown(text.join(' '))}”这一行`,
    advice: '这一行是表上固定的，在 Word 里补上；不填就空着。',
  });
};

function strange(edited: EditedBlock, at: Span): Diagnostic {
  const [text, saw] =
    edited.kind === 'line'
      ? [edited.text, '表外没有这一段']
      : [rowText(edited.rows[0] as EditedRow), '这份数据没有这张表'];
  return fault({ code: 'P004', at, where: whereIs(edited), text }, saw, '在 Word 里删去，再写回；要印的内容填进表里。');
}

const otherForm = (at: Span, saw: string): Diagnostic =>
  diagnostic({
    code: 'P011',
    at,
    message: `${saw}，不像是从这份数据生成的`,
    advice: '看看 DOCX 和 YAML 是不是同一份。',
  });
