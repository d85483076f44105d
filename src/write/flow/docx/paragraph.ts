import type { Align, FaceTable, Length, Role, Styles, TextStyle } from '../../../base/index.ts';
import type { MeasuredParagraph } from '../../../measure/index.ts';
import { deskName, JOINT_STYLE, STYLE_ENTRIES, sameStyle } from './styles.ts';
import { halfPoints, twips } from './units.ts';
import { escapeXml } from './xml.ts';

/** What a document's styles say, so that a paragraph is formatted only where it differs. */
export type StyleSheet = { readonly styles: Styles; readonly faces: FaceTable };

/** How paragraphs of one cell, heading or line are set; lengths in twips. */
export type ParagraphShape = {
  readonly role: Role;
  readonly style: TextStyle;
  /** `w:jc` runs along the lines: in a vertical cell from top to bottom. */
  readonly align: Align;
  readonly left: number;
  readonly right: number;
};

const JUSTIFICATION: Readonly<Record<Align, string>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'left',
};

/** Twips left free on each side of a balanced label, so that rounding never turns one line into two. */
const BALANCE_SLACK = 15;

const insetTwips = (inset: Length): number => Math.max(0, Math.floor(inset / 50) - BALANCE_SLACK);

/** A function from paragraphs to XML; `after` is the space below the paragraph in twips. */
export function paragraphSetter(
  sheet: StyleSheet,
  shape: ParagraphShape,
): (paragraph: MeasuredParagraph, after?: number) => string {
  const { open, close, text } = frame(sheet, shape);
  const pitch = sameStyle(shape.style, sheet.styles[shape.role]) ? '' : exactLine(shape.style);
  return (paragraph, after = 0) => {
    const inset = insetTwips(paragraph.inset);
    return (
      open +
      spacing(pitch, after) +
      indents(shape.left + inset, shape.right + inset) +
      close +
      text(sourceText(paragraph)) +
      '</w:p>'
    );
  };
}

/** A paragraph without text, in the same style: what a continued cell holds. */
export function emptyParagraph(sheet: StyleSheet, shape: ParagraphShape): string {
  const { open, close } = frame(sheet, shape);
  const pitch = sameStyle(shape.style, sheet.styles[shape.role]) ? '' : exactLine(shape.style);
  return `${open}${spacing(pitch, 0)}${close}</w:p>`;
}

/** The joint, with the properties of the section that it ends. */
export const jointParagraph = (sectionProperties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${JOINT_STYLE.id}"/>${sectionProperties}</w:pPr></w:p>`;

/** The parts of a paragraph around its spacing and indents. Order in CT_PPr: pStyle, spacing, ind, jc, rPr. */
function frame(sheet: StyleSheet, shape: ParagraphShape) {
  const differences = runProperties(sheet, shape);
  const align =
    JUSTIFICATION[shape.align] === JUSTIFICATION[STYLE_ENTRIES[shape.role].align]
      ? ''
      : `<w:jc w:val="${JUSTIFICATION[shape.align]}"/>`;
  return {
    open: `<w:p><w:pPr><w:pStyle w:val="${shape.role}"/>`,
    close: `${align}${differences}</w:pPr>`,
    text: (text: string) =>
      text === '' ? '' : `<w:r>${differences}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`,
  };
}

/** Face and size where they differ from the style. Order in CT_RPr: rFonts, sz, szCs. */
function runProperties({ styles, faces }: StyleSheet, { role, style }: ParagraphShape): string {
  const usual = styles[role];
  const name = style.face === usual.face ? '' : escapeXml(deskName(faces, style.face));
  const size = halfPoints(style.size);
  const fonts =
    name === ''
      ? ''
      : `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
  const sizes = size === halfPoints(usual.size) ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  return fonts + sizes === '' ? '' : `<w:rPr>${fonts}${sizes}</w:rPr>`;
}

const exactLine = (style: TextStyle): string => ` w:line="${twips(style.pitch)}" w:lineRule="exact"`;

const spacing = (pitch: string, after: number): string =>
  pitch === '' && after === 0 ? '' : `<w:spacing${after === 0 ? '' : ` w:after="${after}"`}${pitch}/>`;

const indents = (left: number, right: number): string =>
  left === 0 && right === 0 ? '' : `<w:ind w:left="${left}" w:right="${right}"/>`;

function sourceText(paragraph: MeasuredParagraph): string {
  let text = '';
  for (const run of paragraph.source.runs) text += run.text;
  return text;
}
