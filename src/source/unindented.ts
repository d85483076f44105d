import { type Diagnostic, diagnostic } from '../base/index.ts';
import { depthOf } from './indent.ts';

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
