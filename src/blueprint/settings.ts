import { type BreakLevel, type Length, type ParagraphStyle, pt, type TableStyle, ZERO } from '../base/index.ts';
import { entry, type Mapping } from '../source/index.ts';
import { notInherited, takesAway } from './inherit.ts';
import { type Reading, seenAt } from './reading.ts';
import type { Annex } from './types.ts';
import { readLength } from './units.ts';
import { words } from './vocabulary.ts';

/** Half an inch of nothing on each side of a text, and a rule as thick as half a character, are slips. */
const WIDEST_PADDING = pt(36);
const THICKEST_RULE = pt(6);

/** 表格 of form.yaml: the space between text and rule, the rules' thickness, what a label printed again ends with. */
export function readTable(form: Mapping, reading: Reading): TableStyle {
  const map = reading.section(form, words.form.table, Object.values(words.table));
  const read = (key: string, fallback: Length, most: Length): Length => {
    const said = readLength(map, key, reading) ?? fallback;
    if (said <= most) return said;
    reading.report('B004', seenAt(map, key), `“${key}”太大`, `写 0pt 到 ${most / 1000}pt。`);
    return fallback;
  };
  return {
    padX: read(words.table.padX, pt(4), WIDEST_PADDING),
    padY: read(words.table.padY, pt(3), WIDEST_PADDING),
    rule: read(words.table.rule, pt(0.5), THICKEST_RULE),
    continued: readContinued(map, reading),
  };
}

function readContinued(map: Mapping, reading: Reading): string {
  const key = words.table.continued;
  const said = wordUnder(map, key, `不加“${key}”就写 ${words.no}。`, reading);
  if (said === null || said.text === words.no) return '';
  return said.text === words.yes ? words.continued : said.text;
}

/** 段落 of form.yaml: first-line indent, space between paragraphs, how strictly lines are broken. */
export function readParagraph(form: Mapping, reading: Reading): ParagraphStyle {
  const map = reading.section(form, words.form.paragraph, Object.values(words.paragraph));
  const levels = { [words.level.gb]: 'gb', [words.level.basic]: 'basic' } as const;
  return {
    indent: readIndent(map, reading),
    gap: readGap(map, reading),
    level: reading.choice<BreakLevel>(map, words.paragraph.level, levels, 'gb'),
  };
}

/** More space than this between two paragraphs of a cell is a slip. */
const LARGEST_GAP = pt(36);

function readGap(map: Mapping, reading: Reading): Length {
  const gap = readLength(map, words.paragraph.gap, reading) ?? ZERO;
  if (gap <= LARGEST_GAP) return gap;
  const key = words.paragraph.gap;
  reading.report('B004', seenAt(map, key), `“${key}”太大，两段之间空得比三行还多`, '写 0pt 到 36pt。');
  return ZERO;
}

/** 无 is no word for «no indent»: in a form that inherits it takes the inherited word away. */
function readIndent(map: Mapping, reading: Reading): ParagraphStyle['indent'] {
  const said = reading.scalar(map, words.paragraph.indent);
  const { auto, without, em } = words.indent;
  if (said === null || said.text === auto) return 'auto';
  if (said.text === without) return 0;
  const ems = /^[1-4]$/.test(said.text.slice(0, -1)) && said.text.endsWith(em) ? Number(said.text.slice(0, -1)) : null;
  if (ems !== null) return ems;
  const message = `“${words.paragraph.indent}”不认识“${said.text}”`;
  reading.report('B004', said.span, message, `写 ${auto}、${without}，或 1${em} 到 4${em}。`);
  return 'auto';
}

/** A number of pages from 1 to 99, such as 2页 or 2; null: none. */
export function pagesOf(text: string): number | null {
  const number = text.endsWith(words.page) ? text.slice(0, -1).trimEnd() : text;
  return /^[1-9]\d?$/.test(number) ? Number(number) : null;
}

/** `fit: 2页` of form.yaml: at most so many pages. Null where the form is silent. */
export function readFit(form: Mapping, reading: Reading): number | null {
  const key = words.form.fit;
  const said = reading.scalar(form, key);
  if (said === null) return null;
  const pages = pagesOf(said.text);
  if (pages !== null) return pages;
  reading.report(
    'B004',
    said.span,
    `“${key}”应是 1 到 99 页，这里写的是“${said.text}”`,
    `写成“${key}: 2${words.page}”。`,
  );
  return null;
}

/** 附件 of form.yaml: the number of the annex as it is printed. Null where the form is none. */
export function readAnnex(form: Mapping, reading: Reading): Annex | null {
  const said = wordUnder(form, words.form.annex, `表不是附件，就删去“${words.form.annex}”这一行。`, reading);
  return said === null ? null : { text: said.text, at: said.span };
}

/** A text to be printed; a 无 that takes nothing away is reported rather than printed. */
function wordUnder(map: Mapping, key: string, advice: string, reading: Reading): ReturnType<Reading['scalar']> {
  const found = entry(map, key);
  if (found === undefined || !takesAway(found)) {
    const said = reading.scalar(map, key);
    if (said === null || !said.text.includes('\n')) return said;
    reading.report('B004', said.span, `“${key}”应只有一行`, `写成“${key}: 内容”。`);
    return null;
  }
  reading.report('B004', found.value.span, notInherited(key), advice);
  return null;
}
