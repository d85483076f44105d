import { CST } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/index.ts';
import type { Mendable } from './slip.ts';
import { MOST_FAULTS } from './telling.ts';

type Bracket = { readonly mark: '[' | '{'; readonly start: number };

/** Brackets that are open at some place of a file; those never closed go to `unclosed`, those that close nothing to `strays`. */
export type Brackets = {
  readonly file: string;
  open: Bracket[];
  readonly strays: Mendable[];
  readonly unclosed: Diagnostic[];
};

const closers = { '[': ']', '{': '}' } as const;

/** Follows the brackets of a file, one lexeme after the other. */
export function noteBracket(brackets: Brackets, lexeme: string, start: number): void {
  if (lexeme === '[' || lexeme === '{') brackets.open.push({ mark: lexeme, start });
  else if (lexeme === ']' || lexeme === '}') close(brackets, lexeme, start);
  else if (lexeme === CST.FLOW_END) unclosedBrackets(brackets, start);
}

/** S002 for the innermost bracket that is still open where it should not be. */
export function unclosedBrackets(brackets: Brackets, end: number): void {
  const open = brackets.open.at(-1);
  brackets.open = [];
  if (open === undefined || brackets.unclosed.length >= MOST_FAULTS) return;
  brackets.unclosed.push(
    diagnostic({
      code: 'S002',
      at: { file: brackets.file, start: open.start, end: Math.min(open.start + 1, end) },
      message: `“${open.mark}”没有收口，缺“${closers[open.mark]}”`,
      advice: `在末尾补上“${closers[open.mark]}”（分行写时，里面的行都要比键缩进得深）；如果“${open.mark}”只是文字，整个值加单引号。`,
    }),
  );
}

function close(brackets: Brackets, closer: ']' | '}', start: number): void {
  const open = brackets.open.pop();
  const { file, strays } = brackets;
  if (open !== undefined && closers[open.mark] === closer) return;
  if (strays.length >= MOST_FAULTS) return;
  const expected = open === undefined ? undefined : closers[open.mark];
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + 1 },
    message: expected === undefined ? `多了一个“${closer}”` : `这里的“${closer}”应是“${expected}”`,
    advice: expected === undefined ? '删掉它；如果它是文字，整个值加单引号。' : `改成“${expected}”。`,
    related:
      open === undefined ? [] : [{ at: { file, start: open.start, end: open.start + 1 }, message: '从这里开始的括号' }],
  });
  strays.push({ told, mends: [{ start, end: start + 1, put: expected ?? '' }] });
}
