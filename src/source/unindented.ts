import { type Diagnostic, diagnostic } from '../base/index.ts';
import { depthOf } from './indent.ts';
import type { Mend } from './mends.ts';
import { looksLikeKeyLine } from './slips.ts';

/** A key whose text is to follow below it. */
const opened = /^(?<indent> *)(?:- +)*(?<key>[^\s:：][^:：]*): *\|[-+]? *$/u;

/** A line that is a key, or an item, by itself. */
const standsAlone = /^ *(?:- |[^\s:：]+:(?:\s|$))/u;

/**
 * S002 for a text below `键: |` that is not indented deeper than its key; `length` counts its lines. Undefined where the
 * line is something else.
 */
export function unindentedText(
  file: string,
  lines: readonly string[],
  { at, start }: { readonly at: number; readonly start: number },
): { readonly told: Diagnostic; readonly length: number } | undefined {
  const { indent, key } = opened.exec((lines[at - 1] ?? '').trimEnd())?.groups ?? {};
  if (indent === undefined || key === undefined) return undefined;
  const isText = (line: string): boolean =>
    line.trim() !== '' && depthOf(line) <= indent.length && !standsAlone.test(line) && !line.startsWith('#');
  let length = 0;
  while (at + length < lines.length && isText(lines[at + length] as string)) length += 1;
  if (length === 0) return undefined;
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + (lines[at] as string).trimEnd().length },
    message: `这一行没有比“${key.trim()}”多缩进，不算“|”下面的文字`,
    advice: '“|”下面每一行都比上面的键多缩进两格。',
  });
  return { told, length };
}

/**
 * S002 for paragraphs right behind a text under `|` that stand less deep than its first line; `depth` is how deep that
 * stands. Undefined where the line may be a key.
 */
export function outdentedText(
  file: string,
  lines: readonly string[],
  { at, start, depth }: { readonly at: number; readonly start: number; readonly depth: number },
): { readonly told: Diagnostic; readonly mends: readonly Mend[]; readonly end: number } | undefined {
  const mends: Mend[] = [];
  let from = start;
  let end = start;
  for (let i = at; i < lines.length; i += 1) {
    const line = (lines[i] as string).trimEnd();
    const text = line.trim();
    const isText = /^[^#\-{["'|>]/u.test(text) && !standsAlone.test(line) && !looksLikeKeyLine(text);
    if (text !== '' && depthOf(line) < depth) {
      if (!isText) break;
      mends.push({ start: from, end: from, put: ' '.repeat(depth - depthOf(line)) });
    }
    if (text !== '') end = from + line.length;
    from += (lines[i] as string).length + 1;
  }
  const [first] = mends;
  if (first === undefined) return undefined;
  const line = (lines[at] as string).trimEnd();
  const told = diagnostic({
    code: 'S002',
    at: { file, start: start + depthOf(line), end: start + line.length },
    message: `这一行空了 ${depthOf(line)} 格，比“|”下面的第一行少，不算它的文字`,
    advice: `“|”下面每一行都和第一行对齐，前面空 ${depth} 格${mends.length > 1 ? `；下面还有 ${mends.length - 1} 行也是` : ''}。`,
  });
  return { told, mends, end };
}
