import type { Align, Role } from '../../../base/index.ts';
import type { MeasuredParagraph } from '../../../measure/index.ts';
import { type Fit, fitEven, fitRunning, type Room } from './fit-text.ts';
import { justification, type Look, opening } from './look.ts';
import { JOINT_STYLE, STYLE_ENTRIES } from './styles.ts';
import { twips } from './units.ts';
import { escapeXml } from './xml.ts';

/** How paragraphs of one cell, heading or line are set; lengths in twips. */
export type ParagraphShape = {
  readonly look: Look;
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

export function paragraphXml(paragraph: MeasuredParagraph, shape: ParagraphShape, placing: Placing = {}): string {
  const { look, room } = shape;
  const fit = room === null ? asMeasured : EVEN.has(look.role) ? fitEven(paragraph, room) : fitRunning(paragraph, room);
  const align = shape.align === 'justify' && !paragraph.justified ? 'left' : shape.align;
  const sides = fit.inset < 0 ? SIDES.center : SIDES[align];
  const left = shape.left + fit.inset * sides.left;
  const right = shape.right + fit.inset * sides.right;
  return (
    beginning(look, placing) +
    spacing(look, placing.after ?? 0) +
    indents(left, right, room === null ? 0 : twips(paragraph.indent)) +
    `${justification(look.role, align)}${look.plain}</w:pPr>${runs(sourceText(paragraph), look, fit)}</w:p>`
  );
}

/** A paragraph without text, in the same style: what a continued cell holds. */
export function emptyParagraph({ look, align }: ParagraphShape, placing: Placing = {}): string {
  const { role, plain } = look;
  const side = align === 'justify' ? STYLE_ENTRIES[role].align : align;
  return `${beginning(look, placing)}${spacing(look, 0)}${justification(role, side)}${plain}</w:pPr></w:p>`;
}

/** The joint, with the properties of the section that it ends. */
export const jointParagraph = (sectionProperties = '', { newPage = false }: Pick<Placing, 'newPage'> = {}): string =>
  `${opening(JOINT_STYLE.id)}${newPage ? NEW_PAGE : ''}${sectionProperties}</w:pPr></w:p>`;

const NEW_PAGE = '<w:pageBreakBefore/>';

/** A paragraph up to what is said of its lines. */
export const beginning = ({ open, kept }: Look, { keepNext = false, newPage = false }: Placing): string =>
  (keepNext ? kept : open) + (newPage ? NEW_PAGE : '');

const spacing = ({ pitch }: Look, after: number): string =>
  pitch === '' && after === 0 ? '' : `<w:spacing${after === 0 ? '' : ` w:after="${after}"`}${pitch}/>`;

const indents = (left: number, right: number, first: number): string =>
  left === 0 && right === 0 && first === 0
    ? ''
    : `<w:ind w:left="${left}" w:right="${right}"${first === 0 ? '' : ` w:firstLine="${first}"`}/>`;

/** A text in as few runs as its spaces allow. */
function runs(text: string, look: Look, { spacing: usual, single }: Fit): string {
  if (single.size === 0) return run(text, look, usual);
  const characters = [...text];
  let xml = '';
  let from = 0;
  for (const [at, space] of [...single].toSorted(([a], [b]) => a - b)) {
    xml += run(characters.slice(from, at).join(''), look, usual);
    xml += run(characters[at] ?? '', look, space);
    from = at + 1;
  }
  return xml + run(characters.slice(from).join(''), look, usual);
}

/** Order in CT_RPr: rFonts, spacing, sz, szCs. */
export function run(text: string, { plain, fonts, sizes }: Look, space: number): string {
  if (text === '') return '';
  const properties = space === 0 ? plain : `<w:rPr>${fonts}<w:spacing w:val="${space}"/>${sizes}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function sourceText(paragraph: MeasuredParagraph): string {
  let text = '';
  for (const { text: part } of paragraph.source.runs) text += part;
  return text;
}
