import { type Length, ZERO } from '../../../base/index.ts';
import type { Page, Rule } from '../../../layout/index.ts';
import type { Fragment, Line } from '../../../text/index.ts';
import type { DocumentCodes, FaceCodes } from './codes.ts';
import { points } from './numbers.ts';

/** What a page of this width and height paints, in PDF's operators, and the fonts it names. */
export type PageDrawing = {
  readonly size: readonly [Length, Length];
  readonly operators: string;
  readonly fonts: ReadonlySet<FaceCodes>;
};

/**
 * Draws a page: its rules, then its texts in reading order, all in DeviceGray black. Every piece of text is placed
 * from the sheet's corner; moves from piece to piece would add up their rounding.
 */
export function drawPage(page: Page, codes: DocumentCodes): PageDrawing {
  const fonts = new Set<FaceCodes>();
  const operators = ['0 g', ...drawRules(page), 'BT'];
  let font = '';
  for (const item of page.texts) {
    const y = points(page.height - item.y);
    let x: number = item.x;
    for (const fragment of drawn(item.line)) {
      const faceCodes = codes.of(fragment.face);
      fonts.add(faceCodes);
      const wanted = `/${faceCodes.name} ${points(fragment.size)} Tf`;
      if (wanted !== font) operators.push(wanted);
      font = wanted;
      operators.push(`1 0 0 1 ${points(x)} ${y} Tm`, showText(fragment, faceCodes));
      for (const advance of fragment.advances) x += advance;
    }
  }
  operators.push('ET\n');
  return { size: [page.width, page.height], operators: operators.join('\n'), fonts };
}

/** All rules as one path. */
const drawRules = ({ rules, height }: Page): readonly string[] =>
  rules.length === 0 ? [] : [...rules.map((rule) => rectangle(rule, height)), 'f'];

const rectangle = ({ x, y, width, height }: Rule, sheet: number): string =>
  `${points(x)} ${points(sheet - y - height)} ${points(width)} ${points(height)} re`;

/**
 * The fragments of a line that have characters, and at the end the spaces dropped there: they take no room (and so leave
 * no cell), but whoever reads the page gets the author's text.
 */
function drawn(line: Line): readonly Fragment[] {
  const fragments = line.fragments.filter(({ text }) => text !== '');
  const last = fragments.at(-1);
  if (last === undefined || line.trailing === '') return fragments;
  const glyphs = Array.from(line.trailing, (space) => last.face.glyph(space.codePointAt(0) ?? 0));
  if (glyphs.includes(0)) return fragments;
  return [...fragments, { ...last, text: line.trailing, glyphs, advances: glyphs.map(() => ZERO) }];
}

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
