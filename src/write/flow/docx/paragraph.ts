import type { Align, FaceTable, Role, Styles, TextStyle } from '../../../base/index.ts';
import type { MeasuredParagraph } from '../../../measure/index.ts';
import { type Fit, fitEven, fitRunning, type Room } from './fit-text.ts';
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
  /** What the paragraphs were measured in; null in a vertical cell, whose lines run down. */
  readonly room: Room | null;
};

/** How a paragraph stands among others. */
export type Placing = {
  /** Space below, in twips. */
  readonly after?: number;
  readonly keepNext?: boolean;
  readonly newPage?: boolean;
};

export type ParagraphSetter = (paragraph: MeasuredParagraph, placing?: Placing) => string;

const JUSTIFICATION: Readonly<Record<Align, string>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'both',
};

/** From which sides a label is drawn in. */
const SIDES: Readonly<Record<Align, { readonly left: number; readonly right: number }>> = {
  left: { left: 0, right: 2 },
  center: { left: 1, right: 1 },
  right: { left: 2, right: 0 },
  justify: { left: 0, right: 2 },
};

/** Roles whose lines are balanced. */
const EVEN: ReadonlySet<Role> = new Set(['annex', 'title', 'subtitle', 'label']);

const asMeasured: Fit = { inset: 0, spacing: 0, single: new Map() };

/** A function from paragraphs to XML. */
export function paragraphSetter(sheet: StyleSheet, shape: ParagraphShape): ParagraphSetter {
  const { role, style, room } = shape;
  const differences = differencesOf(sheet, shape);
  const pitch = sameStyle(style, sheet.styles[role]) ? '' : exactLine(style);
  const fitted = EVEN.has(role) ? fitEven : fitRunning;
  return (paragraph, placing = {}) => {
    const { inset, ...spaces } = room === null ? asMeasured : fitted(paragraph, room);
    const align = shape.align === 'justify' && !paragraph.justified ? 'left' : shape.align;
    const { after = 0 } = placing;
    const sides = inset < 0 ? SIDES.center : SIDES[align];
    const drawn = { left: shape.left + inset * sides.left, right: shape.right + inset * sides.right };
    return (
      opening(role, placing) +
      spacing(pitch, after) +
      indents({ ...drawn, first: room === null ? 0 : twips(paragraph.indent) }) +
      justification(role, align) +
      runProperties(differences, 0) +
      '</w:pPr>' +
      runs(sourceText(paragraph), differences, spaces) +
      '</w:p>'
    );
  };
}

/** A paragraph without text, in the same style: what a continued cell holds. */
export function emptyParagraph(sheet: StyleSheet, shape: ParagraphShape, placing: Placing = {}): string {
  const pitch = sameStyle(shape.style, sheet.styles[shape.role]) ? '' : exactLine(shape.style);
  const align = shape.align === 'justify' ? STYLE_ENTRIES[shape.role].align : shape.align;
  const properties = runProperties(differencesOf(sheet, shape), 0);
  return `${opening(shape.role, placing)}${spacing(pitch, 0)}${justification(shape.role, align)}${properties}</w:pPr></w:p>`;
}

/** The joint, with the properties of the section that it ends. */
export const jointParagraph = (sectionProperties = '', placing: Placing = {}): string =>
  `${opening(JOINT_STYLE.id, placing)}${sectionProperties}</w:pPr></w:p>`;

/** Order in CT_PPr: pStyle, keepNext, pageBreakBefore, tabs, spacing, ind, jc, rPr, sectPr. */
export const opening = (style: string, { keepNext = false, newPage = false }: Placing): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}${newPage ? '<w:pageBreakBefore/>' : ''}`;

const justification = (role: Role, align: Align): string =>
  JUSTIFICATION[align] === JUSTIFICATION[STYLE_ENTRIES[role].align] ? '' : `<w:jc w:val="${JUSTIFICATION[align]}"/>`;

/** Face and size where they differ from the style. */
type Differences = { readonly fonts: string; readonly sizes: string };

export function differencesOf(
  { styles, faces }: StyleSheet,
  { role, style }: Pick<ParagraphShape, 'role' | 'style'>,
): Differences {
  const usual = styles[role];
  const name = style.face === usual.face ? '' : escapeXml(deskName(faces, style.face));
  const size = halfPoints(style.size);
  const fonts =
    name === ''
      ? ''
      : `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
  const sizes = size === halfPoints(usual.size) ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  return { fonts, sizes };
}

/** Order in CT_RPr: rFonts, spacing, sz, szCs. */
function runProperties({ fonts, sizes }: Differences, space: number): string {
  const all = `${fonts}${space === 0 ? '' : `<w:spacing w:val="${space}"/>`}${sizes}`;
  return all === '' ? '' : `<w:rPr>${all}</w:rPr>`;
}

/** A text in as few runs as its spaces allow. */
function runs(text: string, differences: Differences, { spacing: usual, single }: Omit<Fit, 'inset'>): string {
  if (single.size === 0) return run(text, differences, usual);
  const characters = [...text];
  let xml = '';
  let from = 0;
  for (const [at, space] of [...single].toSorted(([a], [b]) => a - b)) {
    xml += run(characters.slice(from, at).join(''), differences, usual);
    xml += run(characters[at] ?? '', differences, space);
    from = at + 1;
  }
  return xml + run(characters.slice(from).join(''), differences, usual);
}

export const run = (text: string, differences: Differences, space: number): string =>
  text === ''
    ? ''
    : `<w:r>${runProperties(differences, space)}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

export const exactLine = (style: TextStyle): string => ` w:line="${twips(style.pitch)}" w:lineRule="exact"`;

const spacing = (pitch: string, after: number): string =>
  pitch === '' && after === 0 ? '' : `<w:spacing${after === 0 ? '' : ` w:after="${after}"`}${pitch}/>`;

type Indents = { readonly left: number; readonly right: number; readonly first: number };

const indents = ({ left, right, first }: Indents): string =>
  left === 0 && right === 0 && first === 0
    ? ''
    : `<w:ind w:left="${left}" w:right="${right}"${first === 0 ? '' : ` w:firstLine="${first}"`}/>`;

export function sourceText(paragraph: MeasuredParagraph): string {
  let text = '';
  for (const { text: part } of paragraph.source.runs) text += part;
  return text;
}
