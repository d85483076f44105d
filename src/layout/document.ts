import { type Diagnostic, diagnostic, mpt, type Outcome, settle, sum, typeHeight, ZERO } from '../base/index.ts';
import type { MeasuredDocument, MeasuredGrid } from '../measure/index.ts';
import type { FontSet } from '../text/index.ts';
import { type Arrangement, arrange } from './arrange.ts';
import { placeFolio } from './folio.ts';
import { makeFrame } from './frame.ts';
import { paginate } from './paginate.ts';
import { PlacedPage, type Placing } from './placed-page.ts';
import { setBlock, setGrid } from './set-blocks.ts';
import { addSheet, lastSheet, pagesOfBlocks, type Sheet } from './sheets.ts';
import type { Page, PagedDocument, PagedTable } from './types.ts';

/** Sets a measured document on pages; page numbers come last and count from 1 behind the cover. */
export function layoutDocument(document: MeasuredDocument, fonts: FontSet): Outcome<PagedDocument> {
  const problems: Diagnostic[] = [];
  const sheets: Sheet[] = [];
  const tables: PagedTable[] = [];
  let first = 0;
  for (const { paper, blocks } of document.sections) {
    const last = sheets.at(-1);
    // Page 1 stands on the front of a sheet: the back of a cover stays blank where both sides are printed.
    if (last?.number === 0 && paper.mirrored && sheets.length % 2 === 1) addSheet(last.paper, sheets);
    addSheet(paper, sheets);
    for (const arrangement of arrange(blocks, first)) problems.push(...setArrangement(arrangement, sheets, tables));
    first += blocks.length;
  }
  const pages = sheets.map((sheet): Page => {
    const folio: Placing = ({ texts }) => placeFolio(sheet, document.styles.folio, fonts, texts);
    return new PlacedPage(sheet.paper, [...sheet.placings, folio]);
  });
  const covers = sheets.filter(({ number }) => number === 0).length;
  return settle({ meta: document.meta, pages, covers, blocks: pagesOfBlocks(sheets), tables }, problems);
}

/**
 * Sets a table with what stands above and below it. Where the table cannot well begin on a page that holds something
 * else, its headings go with it to the next one.
 */
function setArrangement({ lead, grid, tail }: Arrangement, sheets: Sheet[], tables: PagedTable[]): Diagnostic[] {
  if (grid === null) {
    for (const block of lead) setBlock(block, sheets);
    return [];
  }
  const { paper, used } = lastSheet(sheets);
  const room = typeHeight(paper);
  const frame = makeFrame(grid.block, room);
  const below = tail.map(({ block }) => block.height);
  const above = sum(lead.map(({ block }) => mpt(block.height + (block.kind === 'heading' ? block.after : ZERO))));
  const here = { first: mpt(room - used - above), next: room };
  let dealt = used === 0 ? null : paginate(frame, here, { tail: below, mayMove: true });
  const moves = dealt !== null && dealt.pages[0] === null;
  if (moves) addSheet(paper, sheets);
  for (const block of lead) setBlock(block, sheets);
  if (dealt === null || moves) {
    const rooms = { first: mpt(room - lastSheet(sheets).used), next: room };
    dealt = paginate(frame, rooms, { tail: below, mayMove: false });
  }
  tables.push({ block: grid.index, pages: setGrid(frame, dealt.pages, grid, sheets) });
  for (const block of tail) setBlock(block, sheets);
  return dealt.stuck === null ? [] : [tooTall(grid.block, dealt.stuck)];
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
