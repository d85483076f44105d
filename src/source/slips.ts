import { type Diagnostic, diagnostic, shortened as firstWords, type Span } from '../base/index.ts';

/** A stage of reading stops telling after this many faults of a file: nobody mends more at once. */
export const MOST_FAULTS = 200;

/** What a line looks like when the colon after its key went wrong; `=` and other colons are taken for it. */
const colonSlip = /^(?<key>[^:：﹕︰∶=＝\s][^:：﹕︰∶=＝]{0,40}?)\s*(?<colon>[:：﹕︰∶=＝])(?<value>.*)$/su;

/** A line whose key has its colon as it should be: with a blank or nothing behind it. */
const soundKeyLine = /^[^:：﹕︰∶=＝]+:(?:[ \t\r\n]|$)/u;

/** A text in single quotes, as YAML reads it back; long texts are cut, since it is only shown. */
export const quotedLiteral = (text: string): string => `'${shortened(text.trim()).replaceAll("'", "''")}'`;

/** What is quoted of a line. */
export const shortened = (text: string): string => firstWords(text, 24);

/**
 * S002 for a line that ought to be «key: value» and is not: a full-width colon, no space after the colon, or no colon.
 * `at` is the line's text without outer blanks. A line that is so is not where the fault is.
 */
export function keyLineSlip(at: Span, line: string): Diagnostic {
  if (soundKeyLine.test(line))
    return diagnostic({
      code: 'S002',
      at,
      message: `“${shortened(line)}”接不上它上面的内容`,
      advice: '看看上面几行的缩进、冒号、引号和括号，哪一个和别处不一样。',
    });
  const found = colonSlip.exec(line)?.groups;
  if (found === undefined)
    return diagnostic({
      code: 'S002',
      at,
      message: `“${shortened(line)}”没有冒号，看不出是哪一项的值`,
      advice: `写成“${shortened(line)}: 值”；如果它是上一行的文字，接到上一行末尾。`,
    });
  const { key = '', colon = '', value = '' } = found;
  const blank = colon === ':' ? /^[\u00A0\u2002-\u200A\u202F\u3000]/u.exec(value)?.[0] : undefined;
  if (blank !== undefined)
    return oddBlankSlip(at, { key, value, blank, start: at.start + line.indexOf(`:${blank}`) + 1 });
  const colonAt = at.start + line.indexOf(colon);
  const place = { file: at.file, start: colonAt, end: colonAt + 1 };
  const advice = `写成“${`${key.trim()}: ${shortened(value.trim())}`.trim()}”：冒号用半角，后面空一格。`;
  const message = `“${key.trim()}”${colonWords(colon)}`;
  return diagnostic({ code: 'S002', at: place, message, advice });
}

/** A colon with a blank behind it that looks like a space and is none. */
function oddBlankSlip(
  at: Span,
  {
    key,
    value,
    blank,
    start,
  }: { readonly key: string; readonly value: string; readonly blank: string; readonly start: number },
): Diagnostic {
  const name =
    blank === '\u3000'
      ? '全角空格'
      : `特殊的空格（U+${blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}）`;
  return diagnostic({
    code: 'S002',
    at: { file: at.file, start, end: start + 1 },
    message: `“${key.trim()}”的冒号后面是${name}，不是半角空格`,
    advice: `删掉它，打一个半角空格：“${`${key.trim()}: ${shortened(value.trim())}`.trim()}”。`,
  });
}

function colonWords(colon: string): string {
  if (colon === ':') return '后面的冒号没有跟空格';
  return colon === '：' ? '后面用了全角冒号“：”' : `后面用了“${colon}”，要用半角冒号`;
}

/**
 * {@link keyLineSlip} for each line of a stretch of text, blank lines left out; the first {@link MOST_FAULTS}. Of lines
 * with nothing wrong in themselves only the first is told, and only where there are no others.
 */
export function keyLineSlips(at: Span, stretch: string): Diagnostic[] {
  const slips: Diagnostic[] = [];
  let sound: Diagnostic | undefined;
  let start = at.start;
  for (const raw of stretch.split('\n', MOST_FAULTS)) {
    const line = raw.trim();
    const from = start + raw.indexOf(line);
    start += raw.length + 1;
    if (line === '') continue;
    const slip = keyLineSlip({ file: at.file, start: from, end: from + line.length }, line);
    if (soundKeyLine.test(line)) sound ??= slip;
    else slips.push(slip);
  }
  return slips.length > 0 || sound === undefined ? slips : [sound];
}

/** True for a line that may be a key with a slip at its colon. */
export const looksLikeKeyLine = (line: string): boolean => colonSlip.test(line.trim());
