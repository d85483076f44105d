import { codePointName, type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { isCount } from './key-lines.ts';
import { saysNothing } from './lines.ts';
import type { Fault } from './slip.ts';
import { MOST_FAULTS, shortened } from './telling.ts';

/** What a line looks like when the colon after its key went wrong; `=` and other colons are taken for it. */
const colonSlip = /^(?<key>[^:：﹕︰∶=＝\s][^:：﹕︰∶=＝]{0,40}?)\s*(?<colon>[:：﹕︰∶=＝])(?<value>.*)$/su;

/** A line that stands in brackets as a whole: a remark, not a key. */
const bracketed = /^(?:（[^（）]*）|\([^()]*\)|【[^【】]*】)$/u;

/** An item, or a key that has its colon as it should be: with a blank or nothing behind it. */
const soundLine = /^(?:-(?: |$)|[^:：﹕︰∶=＝]+:(?:[ \t\r\n]|$))/u;

/** What a line seems to be meant as; `value` has the blanks before it. */
type Meant = { readonly key: string; readonly colon: string; readonly value: string };

/** The key of a line with the colon that went wrong and what stands behind it. `line` has no outer blanks. */
export function colonIn(line: string): Meant | undefined {
  const { key = '', colon, value = '' } = (bracketed.test(line) ? null : colonSlip.exec(line))?.groups ?? {};
  return colon === undefined ? undefined : { key, colon, value };
}

/**
 * S002 for a line that ought to be «key: value» and is not: a full-width colon, no space after the colon, or no colon.
 * `at` is the line's text without outer blanks.
 */
export function keyLineSlip(at: Span, line: string): Fault {
  const found = colonIn(line);
  if (found === undefined) return { told: noColon(at, line) };
  const { key, colon, value } = found;
  const blank = colon === ':' ? /^[\u00A0\u2002-\u200A\u202F\u3000]/u.exec(value)?.[0] : undefined;
  if (blank !== undefined)
    return oddBlankSlip(at, { key, value, blank, start: at.start + line.indexOf(`:${blank}`) + 1 });
  const colonAt = at.start + line.indexOf(colon);
  const place = { file: at.file, start: colonAt, end: colonAt + 1 };
  const meant = value.replace(/^[:：\s]+/u, '').trimEnd();
  const behind = colonAt + 1 + value.search(/[^:：\s]|$/u);
  const advice = `写成“${`${key.trim()}: ${shortened(meant)}`.trim()}”：冒号用半角，后面空一格。`;
  const message = `“${key.trim()}”${colonWords(colon)}`;
  return {
    told: diagnostic({ code: 'S002', at: place, message, advice }),
    mends: [{ start: at.start + key.trimEnd().length, end: behind, put: ': ' }],
    isSure: true,
    alike: colonWords(colon),
  };
}

/** A line without any colon: a key and its value, a key alone, a remark, or text. */
function noColon(at: Span, line: string): Diagnostic {
  const remark = /^(?:\/\/+|<!--)(?<text>.*)$/u.exec(line)?.groups?.text;
  if (remark !== undefined)
    return diagnostic({
      code: 'S002',
      at,
      message: `“${line.slice(0, line.startsWith('/') ? 2 : 4)}”不是注释的记号`,
      advice: `注释用“#”开头，写成“# ${shortened(remark.replace(/-->$/u, '').trim())}”。`,
    });
  if (bracketed.test(line))
    return diagnostic({
      code: 'S002',
      at,
      message: `“${shortened(line)}”不是“键: 值”`,
      advice: `如果是给同事看的话，前面加“# ”，写成“# ${shortened(line)}”；如果它是上一行的文字，接到上一行末尾。`,
    });
  const { key, value = '' } = /^(?<key>[^\s\p{P}]{1,20})[ \t\u3000]+(?<value>\S.*)$/u.exec(line)?.groups ?? {};
  const whole = shortened(line);
  const below = /^[^\s\p{P}]{1,20}$/u.test(line) ? `，值在下面几行的写成“${whole}:”` : '';
  const meant =
    key === undefined ? `写成“${whole}: 值”${below}` : `如果“${key}”是键，写成“${key}: ${shortened(value)}”`;
  return diagnostic({
    code: 'S002',
    at,
    message: `“${whole}”没有冒号，看不出是哪一项的值`,
    advice: `${meant}；如果它是上一行的文字，接到上一行末尾。`,
  });
}

type OddBlank = { readonly key: string; readonly value: string; readonly blank: string; readonly start: number };

/** A colon with a blank behind it that looks like a space and is none. */
function oddBlankSlip({ file }: Span, { key, value, blank, start }: OddBlank): Fault {
  const name = blank === '\u3000' ? '全角空格' : `特殊的空格（${codePointName(blank)}）`;
  const at = { file, start, end: start + 1 };
  const told = diagnostic({
    code: 'S002',
    at,
    message: `“${key.trim()}”的冒号后面是${name}，不是半角空格`,
    advice: `删掉它，打一个半角空格：“${`${key.trim()}: ${shortened(value.trim())}`.trim()}”。`,
  });
  return { told, mends: [{ start, end: start + 1, put: ' ' }], isSure: true };
}

/** What is wrong with a colon. */
export function colonWords(colon: string): string {
  if (colon === ':') return '后面的冒号没有跟空格';
  return colon === '：' ? '后面用了全角冒号“：”' : `后面用了“${colon}”，要用半角冒号`;
}

/**
 * {@link keyLineSlip} for each line of a stretch of text; the first {@link MOST_FAULTS}. Blank lines and comments are left
 * out, and items and keys with nothing wrong in themselves.
 */
export function keyLineSlips(at: Span, stretch: string): Fault[] {
  const slips: Fault[] = [];
  let start = at.start;
  for (const raw of stretch.split('\n', MOST_FAULTS)) {
    const line = raw.trim();
    const from = start + raw.indexOf(line);
    start += raw.length + 1;
    if (!saysNothing(line) && !soundLine.test(line))
      slips.push(keyLineSlip({ file: at.file, start: from, end: from + line.length }, line));
  }
  return slips;
}

/** True for a line that may be a key with a slip at its colon; a full-width one behind a number is no key's. */
export function looksLikeKeyLine(line: string): boolean {
  const typed = line.trim();
  const before = /^(?<before>[^:：]*)：/u.exec(typed)?.groups?.before;
  return !(before !== undefined && isCount(before)) && colonSlip.test(typed);
}
