import {
  type FaceTable,
  type Length,
  mm,
  mpt,
  type Paper,
  pt,
  type Span,
  type Styles,
  type TextStyle,
} from '../base/index.ts';
import type { Mapping } from '../source/index.ts';
import { adviseWord } from './nearest.ts';
import { type Reading, seenAt } from './reading.ts';
import type { Blueprint } from './types.ts';
import { parseLength } from './units.ts';
import { defaultType, words } from './vocabulary.ts';

/** GB/T 9704-2012 5.2: margins of the type area of 156 × 225 mm on A4. */
const normMargins = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) };

/** A page number stands 7 mm below the type area (GB/T 9704-2012 7.5) and is about as tall. */
const FOLIO_ROOM = mm(14);

/** GB/T 9704-2012 5.2: never below 六号. */
const SMALLEST = pt(7.5);

/** The sheet: 页面 of form.yaml with the norm's values where it is silent. */
export function readPaper(form: Mapping, reading: Reading): Paper {
  const map = reading.group(form, words.form.paper);
  const [short, long] = map
    ? reading.choice(map, words.paper.size, words.sizes, words.sizes.A4 as readonly [number, number])
    : words.sizes.A4;
  const { portrait, landscape } = words.orientation;
  const wide = map
    ? reading.choice(map, words.paper.orientation, { [portrait]: false, [landscape]: true }, false)
    : false;
  if (map) reading.onlyKeys(map, Object.values(words.paper), `“${words.form.paper}”`);
  const margins = map ? reading.group(map, words.paper.margins) : null;
  if (margins) reading.onlyKeys(margins, Object.values(words.margins), `“${words.paper.margins}”`);
  const margin = (side: keyof typeof normMargins): Length =>
    (margins && lengthOf(margins, words.margins[side], reading)) ?? normMargins[side];
  const folios = { [words.folio.norm]: 'gbt9704', [words.folio.without]: 'none' } as const;
  const paper: Paper = {
    width: mm(wide ? long : short),
    height: mm(wide ? short : long),
    top: margin('top'),
    bottom: margin('bottom'),
    left: margin('left'),
    right: margin('right'),
    mirrored: false,
    folio: map ? reading.choice<Paper['folio']>(map, words.paper.folio, folios, 'gbt9704') : 'gbt9704',
  };
  if (paper.left + paper.right + mm(20) > paper.width || paper.top + paper.bottom + mm(20) > paper.height) {
    const at = map ? seenAt(map, words.paper.margins) : seenAt(form, words.form.paper);
    reading.report('B004', at, '边距太大，版心的宽或高不到 20 毫米', '减小边距。');
  }
  if (paper.folio !== 'none' && paper.bottom < FOLIO_ROOM) {
    const at = map ? seenAt(map, words.paper.margins) : seenAt(form, words.form.paper);
    reading.report('B004', at, '下边距放不下页码', '下边距至少 14mm；不要页码就写“页码: 不印”。');
  }
  return paper;
}

/** 表格 of form.yaml: the space between text and rule, and the rules' thickness. */
export function readTable(form: Mapping, reading: Reading): Blueprint['table'] {
  const map = reading.group(form, words.form.table);
  if (map) reading.onlyKeys(map, Object.values(words.table), `“${words.form.table}”`);
  const read = (key: string, fallback: Length): Length => (map && lengthOf(map, key, reading)) ?? fallback;
  return {
    padX: read(words.table.padX, pt(4)),
    padY: read(words.table.padY, pt(3)),
    rule: read(words.table.rule, pt(0.5)),
    continued: '',
  };
}

/** 字 of form.yaml: for each role «face size [pitch]», such as 宋体 五号 16pt. */
export function readStyles(form: Mapping, faces: FaceTable, reading: Reading): Styles {
  const map = reading.group(form, words.form.type);
  if (map) reading.onlyKeys(map, Object.values(words.type), `“${words.form.type}”`);
  const style = (role: keyof Styles): TextStyle => {
    const said = map && reading.scalar(map, words.type[role]);
    const text = said?.text ?? defaultType[role];
    const at = said?.span ?? seenAt(form, words.form.type);
    return checkStyle(text, at, { faces, reading }) ?? (parseStyle(defaultType[role]) as TextStyle);
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
  return style;
}

function parseStyle(text: string): TextStyle | null {
  const [face, sizeText, pitchText, ...more] = text.split(/\s+/);
  const size = parseLength(sizeText ?? '');
  if (face === undefined || size === null || more.length > 0) return null;
  const pitch = pitchText === undefined ? mpt(size * 1.5) : parseLength(pitchText);
  return pitch === null ? null : { face, size, pitch };
}

function lengthOf(map: Mapping, key: string, reading: Reading): Length | null {
  const said = reading.scalar(map, key);
  if (said === null) return null;
  const length = parseLength(said.text);
  if (length === null) {
    reading.report('B004', said.span, `“${key}”不是长度：“${said.text}”`, '写成 37mm 或 16pt 这样。');
  }
  return length;
}
