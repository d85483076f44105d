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
  const strokes = [...drawGrounds(page), '0 g', ...drawRules(page)];
  const operators = [...(marks ? marks.artifact(strokes) : strokes), 'BT'];
  let current: Fragment | undefined;
  for (const item of page.texts) {
    const { x: left, y, line } = item;
    if (marks) operators.push(...marks.begin(item));
    const spoken = marks && actualText(line);
    if (spoken !== null) operators.push(`/Span <</ActualText <${spoken}>>> BDC`);
    const baseline = points(page.height - y);
    let x: number = left;
    for (const fragment of withDroppedSpaces(line)) {
      if (fragment.text === '') continue;
      const { face, size, advances } = fragment;
      const faceCodes = codes.of(face);
      if (face !== current?.face || size !== current.size) operators.push(`/${faceCodes.name} ${points(size)} Tf`);
      const placed = line.turned ? turnedAbout(fragment, x, page.height - y) : `1 0 0 1 ${points(x)} ${baseline} Tm`;
      operators.push(placed, showText(fragment, faceCodes));
      fonts.add(faceCodes);
      current = fragment;
      for (const advance of advances) x += advance;
    }
    if (spoken !== null) operators.push('EMC');
  }
  if (marks) operators.push(...marks.end());
  operators.push('ET\n');
  return { size: [page.width, page.height], operators: operators.join('\n'), fonts, marks: marks?.elements ?? null };
}

/** The middle of the square of a character above its baseline, in parts of the size. */
const MIDDLE = 0.38;

/** Turns a character clockwise by a right angle about the middle of its square. */
function turnedAbout({ size, advances }: Fragment, x: number, y: number): string {
  const half = (advances[0] ?? size) / 2;
  const left = Math.round(x + half - MIDDLE * size);
  return `0 -1 1 0 ${points(left)} ${points(Math.round(y + MIDDLE * size + half))} Tm`;
}

/** Each ground in its grey; what is drawn later covers what was drawn before. */
const drawGrounds = ({ grounds = [], height }: Page): readonly string[] =>
  grounds.flatMap((ground) => [`${points(Math.round(ground.grey * 1000))} g`, rectangle(ground, height), 'f']);

/** All rules as one path. */
const drawRules = ({ rules, height }: Page): readonly string[] =>
  rules.length === 0 ? [] : [...rules.map((rule) => rectangle(rule, height)), 'f'];

const rectangle = ({ x, y, width, height }: Omit<Rule | Ground, 'kind'>, sheet: number): string =>
  `${points(x)} ${points(sheet - y - height)} ${points(width)} ${points(height)} re`;

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
    const codePoint = text.codePointAt(at) ?? 0;
    at += codePoint > 0xffff ? 2 : 1;
    const code = codes.code(codePoint, glyphs[i] ?? 0);
    shown += codes.hex[code];
    // Both in thousandths of an em times thousandths of a point.
    drift += (advances[i] ?? 0) * 1000 - (codes.widths[code] ?? 0) * size;
    if (at < text.length && Math.abs(drift) * 2 > size) {
      const correction = Math.round(drift / size);
      shown += `>${-correction}<`;
      drift -= correction * size;
      adjusted = true;
    }
  }
  return adjusted ? `[<${shown}>] TJ` : `<${shown}> Tj`;
}
