import { codePointName, type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { MOST_FAULTS } from './telling.ts';
import type { Comment } from './types.ts';

/**
 * Characters no value may hold: controls (tab and line ends have rules of their own), a carriage return without its
 * line feed, soft hyphens, line and paragraph separators, text direction marks, blanks and joiners without width, a byte
 * order mark inside the text, U+FFFD, private-use characters (the engine marks places with them), noncharacters and lone
 * surrogates. U+200C, U+200D and the like may stand: emoji and some scripts are not written without them.
 */
const refused =
  /(?![\t\n\r])\p{Cc}|[\xAD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFFF9-\uFFFB\uE000-\uF8FF\uFEFF\uFFFD\p{Noncharacter_Code_Point}\p{Surrogate}]|\r(?!\n)/gu;

/** A quick look for anything that may be among them, or outside the basic plane. */
const suspect =
  /[^\t\n\r -~\xA0-\xAC\xAE-\u061B\u061D-\u200A\u2010-\u2027\u202F-\u205F\u2070-\uD7FF\uF900-\uFDCF\uFDF0-\uFEFE\uFF00-\uFFF8\uFFFC]/;

const BYTE_ORDER_MARK = '\uFEFF';

/** S008 for each refused character of a file outside its comments; neighbours are reported as one. */
export function refusedCharacters(file: string, text: string, comments: readonly Comment[]): Diagnostic[] {
  if (!suspect.test(text)) return [];
  const spans: { start: number; end: number }[] = [];
  let next = 0;
  for (const { 0: character, index: start } of text.matchAll(refused)) {
    if (start === 0 && character === BYTE_ORDER_MARK) continue;
    if (spans.length > MOST_FAULTS) break;
    while ((comments[next]?.span.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if (start >= (comments[next]?.span.start ?? Number.POSITIVE_INFINITY)) continue;
    const last = spans.at(-1);
    const end = start + character.length;
    if (last?.end === start) last.end = end;
    else spans.push({ start, end });
  }
  return spans.map(({ start, end }) => describe({ file, start, end }, text.codePointAt(start) as number));
}

/** S008 for a text whose escapes or tabs make a character that must not be printed; the place is the whole scalar. */
export function refusedInCooked(cooked: string, escaped: boolean, at: Span): Diagnostic | undefined {
  if (cooked.includes('\t')) return describe(at, 9);
  if (!escaped) return undefined;
  const found = cooked.match(refused)?.[0] ?? (/[\r\n]/u.test(cooked) ? '\n' : undefined);
  return found === undefined ? undefined : describe(at, found.codePointAt(0) as number);
}

function describe(at: Span, codePoint: number): Diagnostic {
  const name = codePointName(String.fromCodePoint(codePoint));
  const [message, advice] = words(codePoint, name);
  return diagnostic({ code: 'S008', at, message, advice });
}

function words(codePoint: number, name: string): readonly [string, string] {
  if (codePoint === 9) return ['文字里有制表符（Tab）', '换成空格，或者删掉。'];
  if (codePoint === 10) return ['引号里用转义写了换行', '几段文字用“|”分行写，一行一段。'];
  if (codePoint === 0xfffd) return [`这里有 ${name}：文件转换编码时丢了字`, '对照原件，把这个字重新打上。'];
  if (codePoint >= 0xe000 && codePoint <= 0xf8ff)
    return [`这里有自造字 ${name}，换一台电脑就显示成别的字`, '换成输入法能打出来的正式字。'];
  if (codePoint === 0xad) return [`这里有 ${name}：看不见的连字符，印出来是一横`, '删掉它；要印一横，就打“-”。'];
  return [`这里有看不见的字符 ${name}`, '删掉它：把它前后的几个字删去，重新打一遍。'];
}
