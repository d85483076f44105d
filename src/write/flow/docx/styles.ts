import { AlignmentType, type IParagraphStyleOptions, LineRuleType } from 'docx';
import type { Align, FaceTable, Role, Styles, TextStyle } from '../../../base/index.ts';
import { halfPoints, twips } from './units.ts';

type StyleEntry = { readonly name: string; readonly align: Align };

/**
 * A role's name in Word's list of styles, and its usual alignment.
 * The names avoid 标题, 副标题 and 页码, which Chinese Word gives to styles of its own.
 */
export const STYLE_ENTRIES: Readonly<Record<Role, StyleEntry>> = {
  annex: { name: '附件序号', align: 'left' },
  title: { name: '报表标题', align: 'center' },
  subtitle: { name: '报表副标题', align: 'center' },
  line: { name: '表外文字', align: 'left' },
  label: { name: '表格栏目', align: 'center' },
  cell: { name: '表格内容', align: 'justify' },
  folio: { name: '报表页码', align: 'center' },
};

export const ROLES = Object.keys(STYLE_ENTRIES) as readonly Role[];

/** A paragraph of one point between two tables and at a section's end, where Word insists on a paragraph. */
export const JOINT_STYLE = { id: 'joint', name: '表间空隙' } as const;

/** In twips. */
export const JOINT_HEIGHT = 20;

/** How WordprocessingML names alignments. */
export const JUSTIFICATION = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

/** The name of a face on the desk, such as 宋体. */
export function deskName(faces: FaceTable, face: string): string {
  const entry = faces.get(face);
  if (entry === undefined) throw new Error(`no face ${face} in the face table`);
  return entry.deskName;
}

/** One name for all scripts; the hint gives “ ” … — to the East Asian font and its line breaking. */
export const runFont = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' });

export const sameStyle = (a: TextStyle, b: TextStyle): boolean =>
  a === b || (a.face === b.face && a.size === b.size && a.pitch === b.pitch);

/** The paragraph styles of a document, one for each role and the joint. */
export const paragraphStyles = (styles: Styles, faces: FaceTable): IParagraphStyleOptions[] => [
  ...ROLES.map((role) => ({
    id: role,
    name: STYLE_ENTRIES[role].name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: runFont(deskName(faces, styles[role].face)), size: halfPoints(styles[role].size) },
    paragraph: {
      alignment: JUSTIFICATION[STYLE_ENTRIES[role].align],
      spacing: { line: twips(styles[role].pitch), lineRule: LineRuleType.EXACT },
    },
  })),
  {
    ...JOINT_STYLE,
    basedOn: 'Normal',
    run: { size: 2 },
    paragraph: { spacing: { line: JOINT_HEIGHT, lineRule: LineRuleType.EXACT } },
  },
];
