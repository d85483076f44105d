import { parseDocument } from 'yaml';
import { diagnostic } from '../base/index.ts';
import type { Line } from './lines.ts';
import type { Mend } from './mends.ts';
import type { Mendable } from './slip.ts';
import { quotedLiteral } from './telling.ts';

/** Longer lines are not looked at: nobody reads a mended line of more. */
const LONGEST = 2000;

/** What stands before braces that begin a value or an item: a brace inside a text is no syntax. */
const beforeBraces = /^\s*(?:- +)*(?:[^\s{}[\]#][^{}#]*?:[ \t]+)?\{/u;

/** A key between braces whose value begins without a quote or bracket, or with one word in braces that goes on behind them. */
const entry =
  /[{,]\s*(?<key>[^\s:：{}[\],"'][^:：{}[\],"']{0,40}):\s+(?=[^\s{}[\],"']|\{[^\s{}:：,，]*\}\s*[^\s,}\]])/gu;

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/**
 * S002 for values between the braces of a line that hold brackets, or commas in brackets, and no quotes around them:
 * `{ 消息: 差 {差} }`, `{ 消息: {差}多了 }`. YAML ends such a value at its first bracket, or behind it. Undefined where
 * quotes do not mend the line.
 */
export function bracedValueSlip(file: string, { text: line, start: lineStart }: Line): Mendable | undefined {
  if (line.length > LONGEST) return undefined;
  const open = (beforeBraces.exec(line)?.[0].length ?? 0) - 1;
  if (open < 0) return undefined;
  const found = bareValues(line, open);
  const first = found[0];
  if (first === undefined || !isSound(line.slice(open), found, open)) return undefined;
  const told = diagnostic({
    code: 'S002',
    at: { file, start: lineStart + first.start, end: lineStart + first.start + first.text.length },
    message: `写在 { } 里的“${first.key}”，内容里有${first.signs}，要加引号`,
    advice: found
      .map(({ key, text }) => `写成 ${key}: ${quotedLiteral(text)}`)
      .join('；')
      .concat('。'),
  });
  return { told, mends: found.map((value) => mendOf(value, lineStart)), isSure: true };
}

type Bare = { readonly key: string; readonly text: string; readonly start: number; readonly signs: string };

/** The values of a line that lack their quotes. */
function bareValues(line: string, open: number): readonly Bare[] {
  const found: Bare[] = [];
  let from = open;
  for (const match of line.matchAll(entry)) {
    const { key = '' } = match.groups ?? {};
    const start = match.index + match[0].length;
    if (match.index < from) continue;
    const text = valueAt(line, start);
    const signs = /[{}]/u.test(text) ? '花括号' : /[[\]]/u.test(text) ? '方括号' : /,/u.test(text) ? '逗号' : '';
    if (signs !== '') found.push({ key, text, start, signs });
    from = start + text.length;
  }
  return found;
}

/** A value to the comma or the bracket that ends its entry; those in brackets of its own belong to it. */
function valueAt(line: string, start: number): string {
  const awaited: string[] = [];
  let at = start;
  for (; at < line.length; at += 1) {
    const sign = line[at] as string;
    const closer = closers[sign];
    if (closer !== undefined) awaited.push(closer);
    else if (sign === awaited.at(-1)) awaited.pop();
    else if ('}]'.includes(sign) || (sign === ',' && awaited.length === 0)) break;
  }
  return line.slice(start, at).trimEnd();
}

const mendOf = ({ text, start }: Bare, offset: number): Mend => ({
  start: offset + start,
  end: offset + start + text.length,
  put: `'${text.replaceAll("'", "''")}'`,
});

/** Whether the braces of a line hold a sound mapping when its values have their quotes. */
function isSound(braces: string, values: readonly Bare[], open: number): boolean {
  let text = '';
  let at = 0;
  for (const { start, end, put } of values.map((value) => mendOf(value, -open))) {
    text += braces.slice(at, start) + put;
    at = end;
  }
  return parseDocument(text + braces.slice(at), { schema: 'failsafe', prettyErrors: false }).errors.length === 0;
}
