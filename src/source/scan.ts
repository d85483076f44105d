import { CST, Lexer, Parser } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/index.ts';
import { type Brackets, noteBracket, unclosedBrackets } from './brackets.ts';
import type { TextRange } from './line-slips.ts';
import { refusedMark, unclosedQuote } from './marks.ts';
import type { Mendable } from './slip.ts';
import { MOST_FAULTS } from './telling.ts';
import type { Comment } from './types.ts';

/** Collections inside collections; a record needs about six. */
const MAXIMUM_DEPTH = 32;

/** A file's concrete syntax with what can be told before anything is composed. */
export type Scan = {
  readonly tokens: readonly CST.Token[];
  readonly comments: readonly Comment[];
  readonly problems: readonly Diagnostic[];
  /** Brackets that close nothing, or another kind. */
  readonly strays: readonly Mendable[];
  /** Block texts and quoted texts of several lines: whatever their lines look like, it is no syntax. */
  readonly texts: readonly TextRange[];
  /** Faults from here on only echo an unclosed quote or bracket. */
  readonly echoesFrom: number;
  /** False where reading stopped because the file nests too deep. */
  readonly complete: boolean;
};

/**
 * Reads a text once, lexeme by lexeme. Anchors, aliases, tags, directives, tabs, unclosed quotes and brackets are
 * reported here, where their exact place is known and before they could cost anything.
 */
export function scan(file: string, text: string): Scan {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: Comment[] = [];
  const problems: Diagnostic[] = [];
  const unclosed: Diagnostic[] = [];
  const strays: Mendable[] = [];
  const brackets: Brackets = { file, open: [], strays, unclosed };
  const texts: TextRange[] = [];
  let scalarIsNext = false;
  let blockIsNext = false;
  let skipTo = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset;
    if (scalarIsNext) {
      if (blockIsNext) texts.push({ start, end: start + lexeme.length });
      scalarIsNext = false;
      blockIsNext = false;
    } else if (lexeme === CST.SCALAR) scalarIsNext = true;
    else if (start >= skipTo) {
      const at = { file, start, end: start + lexeme.length };
      if (lexeme[0] === '#') comments.push({ text: lexeme.slice(1).trim(), span: at });
      if (/^["']/.test(lexeme) && lexeme.includes('\n')) texts.push({ start, end: start + lexeme.length });
      // After its mark comes a block text, or the rest of a line that only looks like one.
      if (/^[|>]/.test(lexeme)) blockIsNext = true;
      noteBracket(brackets, lexeme, start);
      if (problems.length + unclosed.length < MOST_FAULTS) {
        const quote = unclosedQuote(text, lexeme, at);
        if (quote !== undefined) unclosed.push(quote);
        const mark = refusedMark(text, lexeme, at);
        if (mark !== undefined) {
          problems.push(mark);
          skipTo = mark.at.end;
        }
      }
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAXIMUM_DEPTH + 1 && depth(parser.stack) > MAXIMUM_DEPTH) {
      problems.push(tooDeep(file, start));
      return { tokens, comments, problems, strays, texts, echoesFrom: start, complete: false };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  unclosedBrackets(brackets, text.length);
  const echoesFrom = unclosed[0]?.at.start ?? Number.POSITIVE_INFINITY;
  return { tokens, comments, problems: [...problems, ...unclosed], strays, texts, echoesFrom, complete: true };
}

/** The stack holds the document, the open collections and at times a scalar on top. */
function depth(stack: readonly CST.Token[]): number {
  const top = stack.at(-1);
  return stack.length - (CST.isCollection(top) ? 1 : 2);
}

function tooDeep(file: string, start: number): Diagnostic {
  return diagnostic({
    code: 'S009',
    at: { file, start, end: start + 1 },
    message: `括号或缩进套了 ${MAXIMUM_DEPTH} 层以上`,
    advice: '表里用不到这么多层。看看是不是括号没有收口，或者文件不是给本程序的。',
  });
}
