import type { Align, FaceTable, Role, Styles, TextStyle } from '../../../base/index.ts';
import { deskName, JUSTIFICATION, ROLES, STYLE_ENTRIES, sameStyle } from './styles.ts';
import { halfPoints, twips } from './units.ts';
import { escapeXml } from './xml.ts';

/** The XML that paragraphs of one role and style share; what the role's own style says is left out. */
export type Look = {
  readonly role: Role;
  readonly style: TextStyle;
  /** Up to the name of the style, for a paragraph that may be parted from the next and for one that may not. */
  readonly open: string;
  readonly kept: string;
  /** Attributes of `w:spacing` for the pitch. */
  readonly pitch: string;
  /** Face and size, as `w:rPr` has them. */
  readonly fonts: string;
  readonly sizes: string;
  /** `w:rPr` of a run without space between its characters. */
  readonly plain: string;
};

/** The looks of a document's paragraphs, so that a paragraph is formatted only where it differs from its style. */
export type StyleSheet = {
  readonly styles: Styles;
  readonly faces: FaceTable;
  readonly usual: Readonly<Record<Role, Look>>;
};

const sheets = new WeakMap<Styles, StyleSheet>();

/** The sheet of styles; made once for those of a form. */
export function styleSheet(styles: Styles, faces: FaceTable): StyleSheet {
  const known = sheets.get(styles);
  if (known?.faces === faces) return known;
  const looks = ROLES.map((role) => [role, makeLook(styles, faces, { role, style: styles[role] })]);
  const sheet = { styles, faces, usual: Object.fromEntries(looks) as Record<Role, Look> };
  sheets.set(styles, sheet);
  return sheet;
}

/** How a paragraph of a role looks in a style, which is the role's own as a rule. */
export function lookOf({ styles, faces, usual }: StyleSheet, role: Role, style: TextStyle): Look {
  const look = usual[role];
  return sameStyle(style, look.style) ? look : makeLook(styles, faces, { role, style });
}

function makeLook(styles: Styles, faces: FaceTable, { role, style }: Pick<Look, 'role' | 'style'>): Look {
  const usual = styles[role];
  const name = style.face === usual.face ? '' : escapeXml(deskName(faces, style.face));
  const size = halfPoints(style.size);
  const fonts =
    name === ''
      ? ''
      : `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
  const sizes = size === halfPoints(usual.size) ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  const open = opening(role);
  return {
    role,
    style,
    open,
    kept: `${open}${KEEP_NEXT}`,
    pitch: sameStyle(style, usual) ? '' : exactLine(style),
    fonts,
    sizes,
    plain: fonts === '' && sizes === '' ? '' : `<w:rPr>${fonts}${sizes}</w:rPr>`,
  };
}

export const KEEP_NEXT = '<w:keepNext/>';

/** Order in CT_PPr: pStyle, keepNext, pageBreakBefore, tabs, spacing, ind, jc, rPr, sectPr. */
export const opening = (style: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/>`;

export const exactLine = (style: TextStyle): string => ` w:line="${twips(style.pitch)}" w:lineRule="exact"`;

export const justification = (role: Role, align: Align): string =>
  align === STYLE_ENTRIES[role].align ? '' : `<w:jc w:val="${JUSTIFICATION[align]}"/>`;
