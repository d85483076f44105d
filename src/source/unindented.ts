import { type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { depthOf } from './indent.ts';
import { tabWords } from './marks.ts';
import type { Mend } from './mends.ts';
import { looksLikeKeyLine } from './slips.ts';

const hasTab = (line: string): boolean => /^ *\t/u.test(line);

const tabOf = (file: string, line: string, start: number): Span => {
  const tab = start + line.indexOf('\t');
  return { file, start: tab, end: tab + 1 };
};

const tabbed = (depth: number, others = ''): string => `“|”下面的文字用空格缩进，每一行空 ${depth} 格${others}。`;

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
): { readonly told: Diagnostic; readonly mends: readonly Mend[]; readonly length: number } | undefined {
  const { indent, key } = opened.exec((lines[at - 1] ?? '').trimEnd())?.groups ?? {};
  if (indent === undefined || key === undefined) return undefined;
  const isText = (line: string): boolean =>
    line.trim() !== '' &&
    (depthOf(line) <= indent.length || hasTab(line)) &&
    !standsAlone.test(line) &&
    !line.startsWith('#');
  const mends: Mend[] = [];
  let from = start;
  let length = 0;
  for (; at + length < lines.length && isText(lines[at + length] as string); length += 1) {
    const line = lines[at + length] as string;
    mends.push({ start: from, end: from + depthOf(line), put: ' '.repeat(indent.length + 2) });
    from += line.length + 1;
  }
  if (length === 0) return undefined;
  const line = (lines[at] as string).trimEnd();
  const told = diagnostic(
    hasTab(line)
      ? { code: 'S003', at: tabOf(file, line, start), message: tabWords.message, advice: tabbed(indent.length + 2) }
      : {
          code: 'S002',
          at: { file, start, end: start + line.length },
          message: `这一行没有比“${key.trim()}”多缩进，不算“|”下面的文字`,
          advice: '“|”下面每一行都比上面的键多缩进两格。',
        },
  );
  return { told, mends, length };
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
      mends.push({ start: from, end: from + depthOf(line), put: ' '.repeat(depth) });
    }
    if (text !== '') end = from + line.length;
    from += (lines[i] as string).length + 1;
  }
  const [first] = mends;
  if (first === undefined) return undefined;
  const line = (lines[at] as string).trimEnd();
  const others = mends.length > 1 ? `；下面还有 ${mends.length - 1} 行也是` : '';
  const told = diagnostic(
    hasTab(line)
      ? { code: 'S003', at: tabOf(file, line, start), message: tabWords.message, advice: tabbed(depth, others) }
      : {
          code: 'S002',
          at: { file, start: start + depthOf(line), end: start + line.length },
          message: `这一行空了 ${depthOf(line)} 格，比“|”下面的第一行少，不算它的文字`,
          advice: `“|”下面每一行都和第一行对齐，前面空 ${depth} 格${others}。`,
        },
  );
  return { told, mends, end };
}
