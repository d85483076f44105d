import { type GlyphLine, linesOf, lineText } from '../lines.ts';
import type { PageTables } from './parts.ts';
import type { RuledPart } from './types.ts';

/** Widths of a table on two pages differ by less than this (points). */
const SAME_WIDTH = 1.5;
/** What stands on several pages within so many points of one height is a running head or foot. */
const SAME_HEIGHT = 3;

/** A line outside the tables: its place in points from the top of its page, its text with # for numbers, its size. */
type Outside = { readonly y: number; readonly text: string; readonly size: number };

/** The lines outside the tables of a page, and where each text stands, in steps of {@link SAME_HEIGHT}. */
type Surroundings = { readonly lines: readonly Outside[]; readonly places: ReadonlySet<string> };

/**
 * The parts of each table. The last table of a page goes on in the first of the next one if both are equally wide and no
 * text stands between them but page numbers and running heads and feet: what stands at the same height on both pages
 * too, numbers apart, and is no larger than the text of the table. Two tables of one width with nothing between them
 * cannot be told from one.
 */
export function chainParts(pages: readonly PageTables[]): RuledPart[][] {
  const outside = pages.map(({ loose }) => surroundingsOf(linesOf(loose).flatMap(outsideLine)));
  const tables: RuledPart[][] = [];
  let open: RuledPart[] | undefined;
  pages.forEach(({ parts }, page) => {
    parts.forEach((part, i) => {
      const last = open?.at(-1);
      if (i === 0 && open !== undefined && last !== undefined && goesOn(last, part, { outside, page })) open.push(part);
      else tables.push([part]);
    });
    open = parts.length > 0 ? tables.at(-1) : undefined;
  });
  return tables;
}

const widthOf = ({ edges }: RuledPart): number => edges.at(-1) ?? 0;

type Place = { readonly outside: readonly Surroundings[]; readonly page: number };

function goesOn(last: RuledPart, next: RuledPart, { outside, page }: Place): boolean {
  if (Math.abs(widthOf(last) - widthOf(next)) > SAME_WIDTH) return false;
  const [before, after] = [outside[page - 1], outside[page]];
  if (before === undefined || after === undefined) return false;
  const size = Math.max(sizeOf(last), sizeOf(next));
  const isText = (line: Outside, other: Surroundings): boolean =>
    !isPageNumber(line.text) && !(line.size <= size && recurs(line, other));
  return (
    !before.lines.some((line) => line.y > last.bottom && isText(line, after)) &&
    !after.lines.some((line) => line.y < next.top && isText(line, before))
  );
}

const surroundingsOf = (lines: readonly Outside[]): Surroundings => ({
  lines,
  places: new Set(lines.map(({ text, y }) => `${stepOf(y)} ${text}`)),
});

const stepOf = (y: number): number => Math.round(y / SAME_HEIGHT);

const recurs = ({ text, y }: Outside, { places }: Surroundings): boolean =>
  [-1, 0, 1].some((near) => places.has(`${stepOf(y) + near} ${text}`));

function outsideLine(line: GlyphLine): Outside[] {
  const text = lineText(line).replace(/\s+/gu, '');
  const size = line.glyphs.reduce((most, glyph) => Math.max(most, glyph.size), 0);
  return text === '' ? [] : [{ y: line.y, text: text.replace(/\d+/gu, '#'), size }];
}

/** — 2 —, 第 2 页, 2/7, 第2页 共7页, Page 2 of 7. */
const isPageNumber = (text: string): boolean =>
  /^(?:[#\-－—–―·.．|/／()（）第页共,，]|page|of)+$/iu.test(text) && text.includes('#');

const sizeOf = ({ cells }: RuledPart): number =>
  cells.reduce((most, { lines }) => lines.reduce((size, line) => Math.max(size, line.size), most), 0);
