import type { Length } from '../../../base/index.ts';
import type { Ground, Page, Rule } from '../../../layout/index.ts';
import type { TagTree } from '../../../tags/index.ts';
import type { Fragment } from '../../../text/index.ts';
import { actualText } from './actual-text.ts';
import type { DocumentCodes, FaceCodes } from './codes.ts';
import { PageMarks } from './marks.ts';
import { points } from './numbers.ts';
import { withDroppedSpaces } from './spaces.ts';

/** What a page of this width and height paints, in PDF's operators, and the fonts it names. */
export type PageDrawing = {
  readonly size: readonly [Length, Length];
  readonly operators: string;
  readonly fonts: ReadonlySet<FaceCodes>;
  /** The elements of the page's marked stretches, by their numbers on the page; null where nothing is tagged. */
  readonly marks: readonly number[] | null;
};

/**
 * Draws a page: the grounds of its marks, its rules, then its texts in reading order, all in DeviceGray. Every piece of
 * text is placed from the sheet's corner; moves from piece to piece would add up their rounding. With a tree, texts are
 * marked with their elements, and all else as an artifact (ISO 32000-1, 14.8.2.2).
 */
export function drawPage(page: Page, codes: DocumentCodes, tree: TagTree | null): PageDrawing {
  const fonts = new Set<FaceCodes>();
  const marks = tree && new PageMarks(tree);
  const strokes = `${drawGrounds(page)}0 g\n${drawRules(page)}`;
  let operators = `${marks ? marks.artifact(strokes) : strokes}BT\n`;
  let current: FaceCodes | undefined;
  let currentSize = 0;
  for (const item of page.texts) {
    const { x: left, y, line } = item;
    if (marks) operators += marks.begin(item);
    const spoken = marks && actualText(line);
    if (spoken !== null) operators += `/Span <</ActualText ${spoken}>> BDC\n`;
    const baseline = points(page.height - y);
    let x: number = left;
    for (const fragment of withDroppedSpaces(line)) {
      if (fragment.text === '') continue;
      const { face, size, advances } = fragment;
      if (face !== current?.face) {
        current = codes.of(face);
        currentSize = 0;
        fonts.add(current);
      }
      if (size !== currentSize) {
        operators += `/${current.name} ${points(size)} Tf\n`;
        currentSize = size;
      }
      operators += line.turned ? turnedAbout(fragment, x, page.height - y) : `1 0 0 1 ${points(x)} ${baseline} Tm\n`;
      operators += showText(fragment, current);
      for (let i = 0; i < advances.length; i += 1) x += advances[i] as number;
    }
    if (spoken !== null) operators += 'EMC\n';
  }
  if (marks) operators += marks.end();
  operators += 'ET\n';
  return { size: [page.width, page.height], operators, fonts, marks: marks?.elements ?? null };
}

/** The middle of the square of a character above its baseline, in parts of the size. */
const MIDDLE = 0.38;

/** Turns a character clockwise by a right angle about the middle of its square. */
function turnedAbout({ size, advances }: Fragment, x: number, y: number): string {
  const half = (advances[0] ?? size) / 2;
  const left = Math.round(x + half - MIDDLE * size);
  return `0 -1 1 0 ${points(left)} ${points(Math.round(y + MIDDLE * size + half))} Tm\n`;
}

/** Each ground in its grey; what is drawn later covers what was drawn before. */
const drawGrounds = ({ grounds = [], height }: Page): string =>
  grounds.map((ground) => `${points(Math.round(ground.grey * 1000))} g\n${rectangle(ground, height)}f\n`).join('');

/** All rules as one path. */
const drawRules = ({ rules, height }: Page): string =>
  rules.length === 0 ? '' : `${rules.map((rule) => rectangle(rule, height)).join('')}f\n`;

const rectangle = ({ x, y, width, height }: Omit<Rule | Ground, 'kind'>, sheet: number): string =>
  `${points(x)} ${points(sheet - y - height)} ${points(width)} ${points(height)} re\n`;

/**
 * Shows a fragment's characters. Where the pen, moved by the widths of the font, would be off by more than half a
 * thousandth of an em, TJ puts it right; what remains is carried along, so that no glyph of a long line is further off.
 */
function showText(fragment: Fragment, codes: FaceCodes): string {
  const { text, size, glyphs, advances } = fragment;
  let shown = '';
  let adjusted = false;
  let drift = 0;
  for (let at = 0, i = 0; at < text.length; i += 1) {
    const codePoint = text.codePointAt(at) as number;
    at += codePoint > 0xffff ? 2 : 1;
    const code = codes.code(codePoint, glyphs[i] as number);
    shown += codes.hex[code];
    // Both in thousandths of an em times thousandths of a point.
    drift += (advances[i] as number) * 1000 - (codes.widths[code] as number) * size;
    if (at < text.length && Math.abs(drift) * 2 > size) {
      const correction = Math.round(drift / size);
      shown += `>${-correction}<`;
      drift -= correction * size;
      adjusted = true;
    }
  }
  return adjusted ? `[<${shown}>] TJ\n` : `<${shown}> Tj\n`;
}
