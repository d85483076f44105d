import { type FaceTable, mpt, pt, type Span, type Styles, type TextStyle } from '../base/index.ts';
import type { Mapping } from '../source/index.ts';
import { adviseWord } from './nearest.ts';
import { type Reading, seenAt } from './reading.ts';
import { parseLength } from './units.ts';
import { defaultType, words } from './vocabulary.ts';

/** No text of a form is smaller than 六号. */
const SMALLEST = pt(7.5);

/** One line of a title on a third of a sheet; what is larger is a slip. */
const LARGEST = pt(72);
const WIDEST_PITCH = pt(200);

/** 字 of form.yaml: for each role «face size [pitch]», such as 宋体 五号 16pt. */
export function readStyles(form: Mapping, faces: FaceTable, reading: Reading): Styles {
  const map = reading.section(form, words.form.type, Object.values(words.type));
  const style = (role: keyof Styles): TextStyle => {
    const said = reading.scalar(map, words.type[role]);
    const text = said?.text ?? defaultType[role];
    const at = said?.span ?? seenAt(form, words.form.type);
    return checkStyle(text, at, { faces, reading }) ?? usualStyle(role);
  };
  return {
    annex: style('annex'),
    title: style('title'),
    subtitle: style('subtitle'),
    line: style('line'),
    label: style('label'),
    cell: style('cell'),
    folio: style('folio'),
  };
}

/** 样式 of form.yaml: names of the form's own for «face size [pitch]»; what is wrong has been told, and its name is known all the same. */
export function readOwnStyles(form: Mapping, faces: FaceTable, reading: Reading): ReadonlyMap<string, TextStyle> {
  const map = reading.group(form, words.form.ownStyles);
  const styles = new Map<string, TextStyle>();
  for (const { key } of map?.entries ?? []) {
    const said = map && reading.scalar(map, key.text);
    const style = said && checkStyle(said.text, said.span, { faces, reading });
    styles.set(key.text, style ?? usualStyle('line'));
  }
  return styles;
}

const usualStyle = (role: keyof Styles): TextStyle => parseStyle(defaultType[role]) as TextStyle;

function checkStyle(
  text: string,
  at: Span,
  { faces, reading }: { readonly faces: FaceTable; readonly reading: Reading },
): TextStyle | null {
  const style = parseStyle(text);
  if (style === null) {
    reading.report('B004', at, `“${text}”不是“字体 字号 [行距]”`, '写成“宋体 五号 16pt”这样。');
    return null;
  }
  if (!faces.has(style.face)) {
    reading.report('B007', at, `没有“${style.face}”这种字体`, adviseWord(style.face, [...faces.keys()]));
    return null;
  }
  if (style.size < SMALLEST || style.pitch < style.size) {
    reading.report('B004', at, '字号小于六号，或行距小于字号', '字号不小于六号（7.5pt），行距不小于字号。');
    return null;
  }
  if (style.size > LARGEST || style.pitch > WIDEST_PITCH) {
    reading.report('B004', at, '字号或行距太大', '字号至多 72pt，行距至多 200pt。');
    return null;
  }
  return style;
}

function parseStyle(text: string): TextStyle | null {
  const [face, sizeText, pitchText, ...more] = text.split(/\s+/);
  const size = parseLength(sizeText ?? '');
  if (face === undefined || size === null || more.length > 0) return null;
  const pitch = pitchText === undefined ? mpt(size * 1.5) : parseLength(pitchText);
  return pitch === null ? null : { face, size, pitch };
}
