import type { Align, Role } from '../../../base/index.ts';
import type { MeasuredParagraph } from '../../../measure/index.ts';
import { asIs, type Fit, type Room } from './fit.ts';
import { fitEven } from './fit-even.ts';
import { fitRunning } from './fit-running.ts';
import { justification, KEEP_NEXT, type Look, opening } from './look.ts';
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
  /** Space above and below, in twips. */
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  readonly newPage?: boolean;
};

/** Roles whose lines are balanced. */
const EVEN: ReadonlySet<Role> = new Set(['annex', 'title', 'subtitle', 'label']);

/** A paragraph as `w:p`, drawn in, and its characters spaced, so that it breaks as it was measured. */
export function paragraphXml(paragraph: MeasuredParagraph, shape: ParagraphShape, placing: Placing = {}): string {
  const { look, room } = shape;
  const align = shape.align === 'justify' && !paragraph.justified ? 'left' : shape.align;
  const fit = room === null ? asIs : fitOf(paragraph, room, look.role, align);
  const first = room === null ? 0 : twips(paragraph.indent) + fit.first;
  return (
    beginning(look, placing) +
    spacing(look, placing) +
    indents(shape.left + fit.left, shape.right + fit.right, first) +
    `${justification(look.role, align)}${look.plain}</w:pPr>${runs(sourceText(paragraph), look, fit)}</w:p>`
  );
}

function fitOf(paragraph: MeasuredParagraph, room: Room, role: Role, align: Align): Fit {
  const isEven = EVEN.has(role);
  if (!isEven && !room.isStacked) return fitRunning(paragraph, room);
  return fitEven(paragraph, room, { align, marked: isEven && role !== 'label' });
}

/** A paragraph without text, in the same style: what a continued cell holds. */
export function emptyParagraph({ look, align }: ParagraphShape, placing: Placing = {}): string {
  const { role, plain } = look;
  const side = align === 'justify' ? STYLE_ENTRIES[role].align : align;
  return `${beginning(look, placing)}${spacing(look, {})}${justification(role, side)}${plain}</w:pPr></w:p>`;
}

/** The joint, with the properties of the section that it ends. */
export const jointParagraph = (sectionProperties = '', { keepNext = false, newPage = false }: Placing = {}): string =>
  `${opening(JOINT_STYLE.id)}${keepNext ? KEEP_NEXT : ''}${newPage ? NEW_PAGE : ''}${sectionProperties}</w:pPr></w:p>`;

const NEW_PAGE = '<w:pageBreakBefore/>';

/** A paragraph up to what is said of its lines. */
export const beginning = ({ open, kept }: Look, { keepNext = false, newPage = false }: Placing): string =>
  (keepNext ? kept : open) + (newPage ? NEW_PAGE : '');

const spacing = ({ pitch }: Look, { before = 0, after = 0 }: Pick<Placing, 'before' | 'after'>): string =>
  pitch === '' && before === 0 && after === 0
    ? ''
    : `<w:spacing${before === 0 ? '' : ` w:before="${before}"`}${after === 0 ? '' : ` w:after="${after}"`}${pitch}/>`;

const indents = (left: number, right: number, first: number): string =>
  left === 0 && right === 0 && first === 0
    ? ''
    : `<w:ind w:left="${left}" w:right="${right}"${first === 0 ? '' : ` w:firstLine="${first}"`}/>`;

/** A text in as few runs as the space behind single characters, or its break marks, allow; no text has both. */
function runs(text: string, look: Look, { spacing: usual, single, breaks }: Fit): string {
  if (single.size === 0 && breaks.length === 0) return run(text, look, usual);
  const characters = [...text];
  const part = (from: number, to?: number): string => characters.slice(from, to).join('');
  if (breaks.length > 0)
    return [0, ...breaks].map((from, i) => run(part(from, breaks[i]), look, usual, i > 0)).join('');
  let xml = '';
  let from = 0;
  for (const [at, space] of [...single].toSorted(([a], [b]) => a - b)) {
    xml += run(part(from, at), look, usual);
    xml += run(characters[at] ?? '', look, space);
    from = at + 1;
  }
  return xml + run(part(from), look, usual);
}

/** A run with so much space behind each character, behind a break mark if asked. Order in CT_RPr: rFonts, spacing, sz, szCs. */
export function run(text: string, { plain, fonts, sizes }: Look, space: number, afterMark = false): string {
  if (text === '') return '';
  const properties = space === 0 ? plain : `<w:rPr>${fonts}<w:spacing w:val="${space}"/>${sizes}</w:rPr>`;
  return `<w:r>${properties}${afterMark ? '<w:br/>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** The text of a paragraph as its form and its author have it, with all blanks. */
export function sourceText(paragraph: MeasuredParagraph): string {
  let text = '';
  for (const { text: part } of paragraph.source.runs) text += part;
  return text;
}
