import {
  type Diagnostic,
  diagnostic,
  type Length,
  mpt,
  type Outcome,
  type Paper,
  settle,
  typeHeight,
  typeWidth,
  ZERO,
} from '../base/index.ts';
import type {
  MeasuredBlock,
  MeasuredDocument,
  MeasuredGrid,
  MeasuredHeading,
  MeasuredLines,
} from '../measure/index.ts';
import type { FontSet } from '../text/index.ts';
import { placeFolio } from './folio.ts';
import { makeFrame } from './frame.ts';
import { paginate } from './paginate.ts';
import { pageHeight, placeGrid } from './place-grid.ts';
import { placeLines } from './place-lines.ts';
import { rulesAround } from './rules.ts';
import type { CellBox, Page, PagedDocument, Rule, TextItem } from './types.ts';

/** A page being filled: `used` is the height of the type area taken so far. */
type Sheet = {
  readonly paper: Paper;
  readonly texts: TextItem[];
  readonly rules: Rule[];
  readonly boxes: CellBox[];
  used: Length;
};

/** Sets a measured document on pages; page numbers come last and count through the document from 1. */
export function layoutDocument(document: MeasuredDocument, fonts: FontSet): Outcome<PagedDocument> {
  const problems: Diagnostic[] = [];
  const sheets: Sheet[] = [];
  let block = 0;
  for (const { paper, blocks } of document.sections) {
    sheets.push(newSheet(paper));
    for (const one of blocks) {
      problems.push(...setBlock(one, block, sheets));
      block += 1;
    }
  }
  const pages = sheets.map(({ paper, texts, rules, boxes }, i): Page => {
    const folio = placeFolio(i + 1, paper, document.styles.folio, fonts);
    return { width: paper.width, height: paper.height, texts: [...texts, ...folio], rules, boxes };
  });
  return settle({ meta: document.meta, pages }, problems);
}

const newSheet = (paper: Paper): Sheet => ({ paper, texts: [], rules: [], boxes: [], used: ZERO });

function setBlock(block: MeasuredBlock, index: number, sheets: Sheet[]): Diagnostic[] {
  if (block.kind === 'grid') return setGrid(block, index, sheets);
  const sheet = sheetWith(block.height, sheets);
  if (block.kind === 'heading') setHeading(block, index, sheet);
  else setLines(block, index, sheet);
  return [];
}

/** The last sheet if it has the room, else a new one. */
function sheetWith(height: Length, sheets: Sheet[]): Sheet {
  const last = sheets.at(-1) as Sheet;
  if (last.used === 0 || last.used + height <= typeHeight(last.paper)) return last;
  const fresh = newSheet(last.paper);
  sheets.push(fresh);
  return fresh;
}

function setHeading({ paragraphs, align, style, height, after }: MeasuredHeading, block: number, sheet: Sheet): void {
  const { paper } = sheet;
  sheet.texts.push(
    ...placeLines(
      paragraphs.flatMap(({ lines }) => lines),
      {
        x: paper.left,
        top: mpt(paper.top + sheet.used),
        width: typeWidth(paper),
        align,
        style,
        owner: { kind: 'block', block },
        repeat: false,
      },
    ),
  );
  sheet.used = mpt(sheet.used + height + after);
}

function setLines({ cells, style, height, drop }: MeasuredLines, block: number, sheet: Sheet): void {
  const { paper } = sheet;
  for (const { x, width, align, paragraphs } of cells) {
    const lines = paragraphs.flatMap((paragraph) => paragraph.lines);
    const top = mpt(paper.top + sheet.used + drop);
    const frame = { x: mpt(paper.left + x), top, width, align, style, repeat: false };
    sheet.texts.push(...placeLines(lines, { ...frame, owner: { kind: 'block', block } }));
  }
  sheet.used = mpt(sheet.used + height);
}

function setGrid(grid: MeasuredGrid, block: number, sheets: Sheet[]): Diagnostic[] {
  const start = sheets.at(-1) as Sheet;
  const room = typeHeight(start.paper);
  const frame = makeFrame(grid, room);
  const { pages, stuck } = paginate(frame, { first: mpt(room - start.used), next: room });
  pages.forEach((page, i) => {
    if (i > 0) sheets.push(newSheet(start.paper));
    if (page === null) return;
    const sheet = sheets.at(-1) as Sheet;
    const { left, top } = sheet.paper;
    const { boxes, texts } = placeGrid(frame, page, { x: left, y: mpt(top + sheet.used), block });
    sheet.boxes.push(...boxes);
    sheet.texts.push(...texts);
    sheet.rules.push(...rulesAround(boxes, grid.table.rule));
    sheet.used = mpt(sheet.used + pageHeight(page));
  });
  return stuck === null ? [] : [tooTall(grid, stuck)];
}

function tooTall(grid: MeasuredGrid, row: number): Diagnostic {
  const cell = grid.grid.cells.find(({ y }) => y === row);
  return diagnostic({
    code: 'L002',
    at: cell?.at ?? { file: '', start: 0, end: 0 },
    message: '这一行在空白的一页上也放不下一行字',
    advice: '减小字号、行距或页边距。',
  });
}
