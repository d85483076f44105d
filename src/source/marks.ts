import { type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { withoutComment } from './comments.ts';
import { quotedLiteral, shortened } from './telling.ts';

const blockHeader = /^[|>](?:[1-9][-+]?|[-+][1-9]?)?[ \t]*(?:#.*)?$/u;

const markNames: Readonly<Record<string, string>> = { '&': '锚点', '*': '别名', '!': '标签' };

/** What is wrong with a lexeme all by itself: a mark of YAML that records do not use, or a tab. */
export function refusedMark(text: string, lexeme: string, at: Span): Diagnostic | undefined {
  switch (lexeme[0]) {
    case '&':
    case '*':
    case '!':
      return reference(text, at, lexeme[0]);
    case '%':
      return diagnostic({
        code: 'S007',
        at,
        message: '不用 YAML 的指令（以 % 开头的行）',
        advice: `删掉这一行；如果它是文字，写成 ${quotedLiteral(lexeme)}。`,
      });
    case '?':
      return explicitKey(at);
    case '|':
    case '>':
      return blockHeader.test(restOfLine(text, at.start)) ? undefined : notAHeader(text, at, lexeme[0]);
    case ' ':
    case '\t':
      return lexeme.includes('\t') ? tabIndent(text, lexeme, at) : undefined;
    default:
      return undefined;
  }
}

/** The text from an offset to the end of its line, 200 units at most, without blanks at the end. */
function restOfLine(text: string, start: number): string {
  const rest = text.slice(start, start + 200);
  const end = rest.indexOf('\n');
  return (end === -1 ? rest : rest.slice(0, end)).trimEnd();
}

/**
 * The text of a value from its first character: to the end of its line or the comment there, or within { } and [ ] to the
 * end of its entry.
 */
export function restOfValue(text: string, start: number): string {
  const line = restOfLine(text, start);
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const rest = withoutComment(before + line).slice(before.length) || line;
  if (!standsInFlow(before)) return rest;
  return (/^[^,，}\]]*/u.exec(rest)?.[0] ?? rest).trimEnd() || rest;
}

/** Whether a bracket is open behind the beginning of a line. */
export function standsInFlow(before: string): boolean {
  let depth = 0;
  for (const mark of before.match(/"(?:[^"\\]|\\.)*"|'[^']*'|[{}[\]]/gu) ?? []) {
    if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
  }
  return depth > 0;
}

function reference(text: string, at: Span, mark: string): Diagnostic {
  const rest = restOfValue(text, at.start);
  const { key, value = '' } = markedKey.exec(rest)?.groups ?? {};
  const literal = `如果是文字，加单引号写成 ${quotedLiteral(rest)}；如果想引用别处，把内容照写一遍。`;
  return diagnostic({
    code: 'S005',
    at,
    message: `“${mark}”开头在 YAML 里是${markNames[mark]}，这里不用`,
    advice: key === undefined ? literal : `删掉键上的“${mark}”，写成“${`${key}: ${shortened(value)}`.trim()}”。`,
  });
}

/** A key between marks, such as the stars that make words bold elsewhere. */
const markedKey = /^[*&!]+(?<key>[^\s*:：]+)[*]*(?::(?=\s|$)|：)\s*(?<value>.*)$/u;

const explicitKey = (at: Span): Diagnostic =>
  diagnostic({
    code: 'S002',
    at,
    message: '不用“? 键”这种写法',
    advice: '写成“键: 值”；如果“?”是文字，加单引号。',
  });

function isClosed(lexeme: string): boolean {
  if (lexeme.length < 2 || lexeme.at(-1) !== lexeme[0]) return false;
  if (lexeme[0] === "'") return true;
  let slashes = 0;
  while (lexeme.at(-2 - slashes) === '\\') slashes += 1;
  return slashes % 2 === 0;
}

/** S002 for a lexeme that opens a quote and never closes it. */
export function unclosedQuote(text: string, lexeme: string, at: Span): Diagnostic | undefined {
  const quote = lexeme[0];
  if ((quote !== '"' && quote !== "'") || isClosed(lexeme)) return undefined;
  const line = restOfLine(text, at.start);
  const closed = /^["'](?<inside>[^"'“”‘’]+)(?<mark>[”’＂])\s*(?:[,}\]]|$)/u.exec(line)?.groups;
  if (closed !== undefined)
    return diagnostic({
      code: 'S002',
      at: { ...at, end: at.start + 1 },
      message: `引号 ${quote} 没有收口：后面的 ${closed.mark} 是中文的引号`,
      advice: `把 ${closed.mark} 改成 ${quote}，写成 ${quote}${shortened(closed.inside ?? '')}${quote}；或者两个引号都用中文的。`,
    });
  return diagnostic({
    code: 'S002',
    at: { ...at, end: at.start + 1 },
    message: `引号 ${quote} 没有收口`,
    advice: `在文字末尾补上 ${quote}；如果引号是文字的一部分，写成 ${quotedLiteral(line)}。`,
  });
}

function notAHeader(text: string, at: Span, mark: string): Diagnostic {
  const line = restOfValue(text, at.start);
  const better = mark === '>' ? '（或者用 ≥、“大于”）' : '';
  return diagnostic({
    code: 'S002',
    at: { ...at, end: at.start + line.length },
    message: `“${shortened(line)}”以 ${mark} 开头，YAML 当作多行文字的记号`,
    advice: `加单引号写成 ${quotedLiteral(line)}${better}。`,
  });
}

/** What is said of a tab in the indentation of a line. */
export const tabWords = {
  message: '行首的缩进用了制表符（Tab）',
  advice: '换成空格，每深一层多两个空格。',
} as const;

function tabIndent(text: string, lexeme: string, at: Span): Diagnostic | undefined {
  const lineStart = text.lastIndexOf('\n', at.start - 1) + 1;
  if (at.start > 0 && text.slice(lineStart, at.start).trim() !== '') return undefined;
  const next = text[at.end];
  if (next === undefined || next === '\n' || next === '\r' || next === '#') return undefined;
  return diagnostic({
    code: 'S003',
    at: { ...at, start: at.start + lexeme.indexOf('\t') },
    ...tabWords,
  });
}
