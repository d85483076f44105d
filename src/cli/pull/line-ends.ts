import { addTo } from '../../base/index.ts';

const WINDOWS = '\r\n';
const UNIX = '\n';

/** A text with line feeds only. */
export const inUnix = (text: string): string => text.replaceAll(WINDOWS, UNIX);

/**
 * A new text in line feeds with the line ends of the old one: each line that stood there keeps its own, a line in the
 * place of another has that one's, and a new one that of the line above.
 */
export function withLineEnds(now: string, typed: string): string {
  const olds = linesOf(typed);
  const [first] = olds;
  if (first === undefined || olds.every(({ end }) => end === first.end))
    return now.replaceAll(UNIX, first?.end ?? UNIX);
  const news = now.split(UNIX);
  const kept = new Set(news);
  const places = new Map<string, number[]>();
  for (const [i, { text }] of olds.entries()) addTo(places, text, i);
  let last = -1;
  let end = first.end;
  const ended = news.slice(0, -1).map((text) => {
    const next = olds[last + 1];
    const like = places.get(text) ?? [];
    const isReplaced = next !== undefined && like.length === 0 && !kept.has(next.text);
    const at = next?.text === text || isReplaced ? last + 1 : (like.find((i) => i > last) ?? like[0]);
    if (at !== undefined) [last, end] = [at, olds[at]?.end ?? end];
    return text + end;
  });
  return ended.join('') + (news.at(-1) ?? '');
}

/** The lines of a text that have an end. */
function linesOf(text: string): readonly { readonly text: string; readonly end: string }[] {
  return text
    .split(UNIX)
    .slice(0, -1)
    .map((line) => (line.endsWith('\r') ? { text: line.slice(0, -1), end: WINDOWS } : { text: line, end: UNIX }));
}
