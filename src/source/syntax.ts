import type { ErrorCode, YAMLParseError } from 'yaml';
import { type Code, type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { indentWords, itemWords } from './indent.ts';
import { keyLineSlips } from './key-line-slips.ts';
import { restOfValue, standsInFlow } from './marks.ts';
import type { Fault } from './slip.ts';
import { quotedLiteral, shortened } from './telling.ts';

type Words = { readonly code?: Code; readonly message: string; readonly advice: string };

const align = '和同组的键对齐；缩进用空格，每深一层多两格。';

/** What each error of the YAML library is called here. None of its English reaches a user. */
const words: Readonly<Record<ErrorCode, Words>> = {
  ALIAS_PROPS: { code: 'S005', message: '不用 YAML 的别名', advice: '把内容照写一遍。' },
  BAD_ALIAS: { code: 'S005', message: '不用 YAML 的锚点和别名', advice: '把内容照写一遍；如果是文字，加单引号。' },
  MULTIPLE_ANCHORS: { code: 'S005', message: '不用 YAML 的锚点', advice: '删掉它；如果是文字，加单引号。' },
  MULTIPLE_TAGS: { code: 'S005', message: '不用 YAML 的标签', advice: '删掉它；如果是文字，加单引号。' },
  TAG_RESOLVE_FAILED: { code: 'S005', message: '不用 YAML 的标签', advice: '删掉它；如果是文字，加单引号。' },
  BAD_COLLECTION_TYPE: { code: 'S005', message: '不用 YAML 的标签', advice: '删掉它；如果是文字，加单引号。' },
  BAD_PROP_ORDER: { code: 'S005', message: '不用 YAML 的锚点和标签', advice: '删掉它；如果是文字，加单引号。' },
  BAD_DIRECTIVE: { code: 'S007', message: '不用 YAML 的指令（以 % 开头的行）', advice: '删掉这一行。' },
  MULTIPLE_DOCS: { code: 'S007', message: '一个文件里有几份内容', advice: '每份另存一个文件。' },
  TAB_AS_INDENT: { code: 'S003', message: '缩进用了制表符（Tab）', advice: '换成空格，每深一层多两个空格。' },
  DUPLICATE_KEY: { code: 'S004', message: '同一组里这个键写了两次', advice: '只留一个。' },
  RESOURCE_EXHAUSTION: { code: 'S009', message: '括号或缩进套得太深', advice: '减少层数。' },
  BAD_DQ_ESCAPE: {
    message: '双引号里的反斜杠用得不对',
    advice: "改用单引号 '…'，里面的反斜杠就是反斜杠；或者把 \\ 写成 \\\\。",
  },
  BAD_INDENT: { message: '缩进没有对齐', advice: align },
  BAD_SCALAR_START: { message: '不能用这个符号开头', advice: '整个值加单引号。' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: '一行里有两个“键: 值”',
    advice: '下一级另起一行，多缩进两格；如果是文字，加单引号。',
  },
  BLOCK_IN_FLOW: {
    message: '括号里不能再这样写“键: 值”',
    advice: '两项之间用半角逗号隔开；下一级也要用 { } 括起来；如果是文字，加单引号。',
  },
  IMPOSSIBLE: { message: '这里的写法看不懂', advice: align },
  KEY_OVER_1024_CHARS: { message: '冒号前面的文字太长，不像一个键', advice: '如果整行是文字，加单引号。' },
  MISSING_CHAR: { message: '这里少了一个符号', advice: '键后面要有冒号和空格，每条前面要有“- ”，括号和引号要成对。' },
  MULTILINE_IMPLICIT_KEY: { message: '键写了好几行', advice: '键写在一行里，后面跟冒号和空格。' },
  NON_STRING_KEY: { message: '冒号前面要有一个词作键', advice: '写成“键: 值”。' },
  UNEXPECTED_TOKEN: { message: '这里多了东西，或者放错了地方', advice: '看看这一行的冒号、引号、括号和缩进。' },
};

/** What is told of one error of the YAML library; a key over several lines is one slip per line. */
export function syntaxFaults(file: string, text: string, error: YAMLParseError): Fault[] {
  const [start, end] = error.pos;
  const at: Span = { file, start: Math.min(start, text.length), end: Math.min(end, text.length) };
  const stretch = text.slice(at.start, at.end);
  if (error.code === 'MULTILINE_IMPLICIT_KEY' && stretch.includes('\n')) return swallowedLines(text, at, stretch);
  if (error.code === 'MISSING_CHAR' && error.message.startsWith('Implicit map keys')) return keyLineSlips(at, stretch);
  const chosen = closer(error, text, at) ?? words[error.code];
  return [{ told: diagnostic({ code: 'S002', ...chosen, at: visible(text, at, error) }) }];
}

/** What is told of an error where no line shows a slip: where the library stumbled. */
export function unexplained(file: string, text: string, error: YAMLParseError): Diagnostic {
  const [start, end] = error.pos;
  const at = visible(text, { file, start: Math.min(start, text.length), end: Math.min(end, text.length) }, error);
  const message = `“${shortened(restOfValue(text, at.start))}”接不上它上面的内容`;
  const advice = '看看它和上面几行的缩进、冒号、引号和括号，哪一个和别处不一样。';
  return diagnostic({ code: 'S002', at, message, advice });
}

/** True where a `key: ` stands before an offset on its line. */
export const startsAsValue = (text: string, offset: number): boolean =>
  /:\s+$/u.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));

/** A key that begins lines above: those lines have no colon, unless they are the value of the key before. */
function swallowedLines(text: string, at: Span, stretch: string): Fault[] {
  const lastBreak = stretch.lastIndexOf('\n');
  if (!startsAsValue(text, at.start)) return keyLineSlips(at, stretch.slice(0, lastBreak));
  const key = stretch.slice(lastBreak + 1).trim();
  const start = at.end - key.length;
  const told = diagnostic({
    code: 'S002',
    at: { ...at, start },
    message: `“${shortened(key)}”比上一行缩进得深，可是上一行的键已经有值`,
    advice: `${alignWithAbove(text, at.start)}；如果它是下一级，上一行冒号后面不要写字。`,
  });
  return [{ told }];
}

/** To align with the key whose value begins at an offset; its place where the key can be seen. */
function alignWithAbove(text: string, valueStart: number): string {
  const line = text.slice(text.lastIndexOf('\n', valueStart - 1) + 1, valueStart);
  const { indent = '', key } = /^(?<indent>[ ]*(?:- +)*)(?<key>[^\s:{][^:{]*):\s+$/u.exec(line)?.groups ?? {};
  return key === undefined ? '和上一行的键对齐' : `和上一行的“${shortened(key)}”对齐，前面空 ${indent.length} 格`;
}

/** A line among the items of a list that has no dash. */
const isItemFault = ({ code, message }: YAMLParseError): boolean =>
  code === 'MISSING_CHAR' && message.startsWith('Sequence item');

/** True for text that begins with the dash of an item. */
const beginsItem = (text: string): boolean => /^-(?:\s|$)/u.test(text);

/** Better words where the text around the error tells what happened. */
function closer(error: YAMLParseError, text: string, at: Span): Words | undefined {
  const rest = restOfValue(text, at.start);
  switch (error.code) {
    case 'BAD_SCALAR_START':
      return {
        message: `文字不能用“${rest.slice(0, 1)}”开头`,
        advice: `加单引号写成 ${quotedLiteral(rest)}。`,
      };
    case 'BAD_INDENT':
      return indentWords(text, visible(text, at, error).start);
    case 'MULTILINE_IMPLICIT_KEY':
      return beginsItem(rest) ? itemWords(text, at.start) : undefined;
    case 'BLOCK_IN_FLOW':
      return /:\s/u.test(text.slice(at.start, at.end)) ? doubledInFlow(text.slice(at.start, at.end)) : undefined;
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:\s/u.test(rest) ? doubledColon(rest, itemHead(text, at.start)) : undefined;
    case 'UNEXPECTED_TOKEN':
      return beginsItem(rest) ? itemOnKeyLine(rest) : afterClosing(text, at);
    case 'MISSING_CHAR':
      if (rest.startsWith('#')) return { message: '注释“#”前面少了空格', advice: '在 # 前面加一个空格。' };
      if (error.message.includes('flow'))
        return { message: '括号里两项之间少了逗号', advice: '用半角逗号隔开；如果是一段文字，整个加单引号。' };
      if (isItemFault(error)) return indentWords(text, visible(text, at, error).start);
      return undefined;
    default:
      return undefined;
  }
}

/** Lines between braces that are quoted at most. */
const MOST_LINES = 8;

/** A second key behind a value, with the blanks or the mark between them. */
const secondKey = /^.+?(?<gap>\s*[,，;；、]\s*|\s+)(?<key>[^\s,，;；、:：]+):\s+\S/u;

function otherLine(rest: string): string {
  const { gap = '', key } = secondKey.exec(rest)?.groups ?? {};
  if (key === undefined) return '';
  const mark = gap.trim();
  return `如果“${shortened(key)}”是另一项，从它起另起一行，和这一行的键对齐${mark === '' ? '' : `，前面的“${mark}”删掉`}；`;
}

/** `- 键: ` in front of an offset; nothing where no item begins on its line. */
const itemHead = (text: string, offset: number): string =>
  /^ *- +(?<head>[^\s{["'#:][^:]*: +)$/u.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.groups
    ?.head ?? '';

/** The entries of an item on one line with the braces it lacks; nothing where its commas divide something else. */
function lacksBraces(head: string, rest: string): string {
  const [, ...others] = rest.split(/,\s*/u);
  const isWhole =
    head !== '' && others.length > 0 && others.every((entry) => /^[^\s:：{}[\]]+: +[^\s:]+$/u.test(entry));
  return isWhole ? `如果是一条里的几项，用花括号括起来，写成“- { ${head}${rest} }”，或者一项一行；` : '';
}

const doubledColon = (rest: string, head: string): Words => ({
  message: '一行里有两个“: ”，分不清哪个是键',
  advice: `${lacksBraces(head, rest) || otherLine(rest)}如果是文字，改成全角冒号“：”，或者加单引号写成 ${quotedLiteral(rest)}。`,
});

const doubledInFlow = (entry: string): Words => (entry.includes('\n') ? lacksComma(entry) : doubledOnLine(entry));

function lacksComma(entry: string): Words {
  const lines = entry
    .trim()
    .split('\n', MOST_LINES + 1)
    .slice(0, -1);
  const lacking = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.endsWith(','));
  const shown = lacking.map((line) => `“${shortened(line)}”`).join('');
  return {
    message: '{ } 里的两项之间少了逗号',
    advice: `在${shown}后面${lacking.length > 1 ? '各' : ''}加半角逗号“,”。`,
  };
}

const doubledOnLine = (entry: string): Words => ({
  message: '{ } 里一项有两个“: ”，分不清哪个是键',
  advice: `如果是两项，中间用半角逗号隔开；如果是文字，加单引号写成 ${quotedLiteral(entry)}。`,
});

function itemOnKeyLine(rest: string): Words {
  if (rest === '-')
    return {
      message: '这里只有一个“-”，YAML 当作一条的开头',
      advice: "没有内容就删掉“-”，空着；要印一横，加单引号写成 '-'（金额、个数没有就写 0）。",
    };
  return {
    message: '“- ”要另起一行',
    advice: `把“${shortened(rest)}”写到下一行，多缩进两格；如果是文字，加单引号写成 ${quotedLiteral(rest)}。`,
  };
}

/** Text behind a closing quote or bracket: the author's quotes or brackets belong to the text. */
function afterClosing(text: string, at: Span): Words | undefined {
  const lineStart = text.lastIndexOf('\n', at.start - 1) + 1;
  const before = text.slice(lineStart, at.start);
  if (!/["'\]}]\s*$/u.test(before)) return undefined;
  const rest = restOfValue(text, at.start).trim();
  const head = standsInFlow(before)
    ? /(?:[{[,]|: )\s*(?<value>["'[{][^,]*)$/u
    : /^\s*(?:- +)*(?:[^:"'[{]+:\s+)?(?<value>["'[{].*)$/u;
  const begun = head.exec(before)?.groups?.value;
  if (begun === undefined) return undefined;
  const message = `以 ${begun.charAt(0)} 开头的文字，收口以后又多出“${shortened(rest)}”`;
  if (/^[,，.。;；、]+$/u.test(rest)) return { message, advice: `删掉“${rest}”。` };
  const value = text.slice(at.start - begun.length, at.start) + restOfValue(text, at.start);
  return { message, advice: `整个值加单引号，写成 ${quotedLiteral(value)}；引号也可以用中文的“”。` };
}

/**
 * A place a reader can see: the library names the end of what it had read, which may be a line break or the end of the
 * text. Wrong indentation is shown at the line that follows, other faults at the character before.
 */
function visible(text: string, at: Span, error: YAMLParseError): Span {
  if (error.code === 'TAB_AS_INDENT') return at;
  let { start } = at;
  if (error.code === 'BAD_INDENT' || isItemFault(error))
    start += /^(?:\s|#.*)*/u.exec(text.slice(start))?.[0].length ?? 0;
  while (start > 0 && (start >= text.length || /\s/u.test(text[start] ?? ''))) start -= 1;
  const lineEnd = text.indexOf('\n', start);
  const end = Math.min(Math.max(at.end, start + 1), lineEnd === -1 ? text.length : lineEnd);
  return { ...at, start, end };
}
