import { type Diagnostic, diagnostic } from '../base/index.ts';
import { MOST_FAULTS, shortened } from './telling.ts';

/** A file as if its conflicts were settled: every character in its place, and what is to be told of them. */
export type Settled = { readonly text: string; readonly problems: readonly Diagnostic[] };

/** A line that git wrote between what two people changed. */
type Marker = { readonly start: number; readonly end: number; readonly number: number; readonly text: string };

type Conflict = {
  readonly ours: Marker;
  readonly base: Marker | null;
  readonly between: Marker | null;
  readonly theirs: Marker | null;
};

type Range = { readonly start: number; readonly end: number };

/** Git's marks stand at the very beginning of a line, where no text of a record ever stands. */
const marker = /^([<|=>])\1{6}(?:[ \t]|$)/;
const anyMarker = /^([<|=>])\1{6}(?:[ \t\r]|$)/m;

/**
 * S012 for each place that git could not merge, and the text with one side of it: line feeds stand for the marks and for
 * the other side, so that the rest of the file can be read and keeps its places.
 */
export function settleConflicts(file: string, text: string): Settled {
  if (!anyMarker.test(text)) return { text, problems: [] };
  const { conflicts, strays } = conflictsOf(text);
  const hidden = [...conflicts.flatMap((conflict) => hiddenOf(text, conflict)), ...strays];
  const problems = [
    ...conflicts.map((conflict) => unmerged(file, conflict)),
    ...strays.map((stray) => leftOver(file, stray)),
  ];
  return { text: blanked(text, hidden), problems: problems.slice(0, MOST_FAULTS) };
}

/** The whole conflicts of a text, and the marks that belong to none. */
function conflictsOf(text: string): { conflicts: readonly Conflict[]; strays: readonly Marker[] } {
  const conflicts: Conflict[] = [];
  const strays: Marker[] = [];
  let open: Conflict | null = null;
  for (const mark of markersOf(text)) {
    const next: Conflict | null = withMark(open, mark);
    if (next === null) {
      strays.push(mark);
      continue;
    }
    if (open !== null && next.ours === mark) strays.push(...marksOf(open));
    if (next.theirs !== null) conflicts.push(next);
    open = next.theirs === null ? next : null;
  }
  if (open !== null) strays.push(...marksOf(open));
  return { conflicts, strays };
}

/** A conflict that goes on, or begins, with a mark; null where the mark does not belong there. */
function withMark(open: Conflict | null, mark: Marker): Conflict | null {
  const kind = mark.text[0];
  if (kind === '<') return { ours: mark, base: null, between: null, theirs: null };
  if (open === null) return null;
  if (kind === '>') return open.between === null ? null : { ...open, theirs: mark };
  if (open.between !== null) return null;
  if (kind === '=') return { ...open, between: mark };
  return open.base === null ? { ...open, base: mark } : null;
}

function markersOf(text: string): Marker[] {
  const markers: Marker[] = [];
  let start = 0;
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.trimEnd();
    if (marker.test(line)) markers.push({ start, end: start + line.length, number: i + 1, text: line });
    start += raw.length + 1;
  }
  return markers;
}

const marksOf = ({ ours, base, between, theirs }: Conflict): Marker[] =>
  [ours, base, between, theirs].filter((mark) => mark !== null);

/** What is not read of a conflict: all but the first side, or all but the second where the first is empty. */
function hiddenOf(text: string, conflict: Conflict): Range[] {
  const marks = marksOf(conflict);
  const parts = marks.slice(1).map(({ start }, i) => ({ start: (marks[i] as Marker).end, end: start }));
  const first = parts[0] as Range;
  const kept = text.slice(first.start, first.end).trim() === '' ? parts.at(-1) : first;
  return [...marks, ...parts.filter((part) => part !== kept)];
}

function blanked(text: string, hidden: readonly Range[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of hidden.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, start), '\n'.repeat(end - start));
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

function unmerged(file: string, conflict: Conflict): Diagnostic {
  const marks = marksOf(conflict);
  const last = marks.at(-1) as Marker;
  const before = conflict.base === null ? '' : `“${shortened(conflict.base.text)}”下面改之前的一份也删掉，`;
  return diagnostic({
    code: 'S012',
    at: { file, start: conflict.ours.start, end: last.end },
    message: `第 ${conflict.ours.number} 行到第 ${last.number} 行：两个人改了同一处，git 没有合并`,
    advice: `“=======”上面和下面各是一个人写的：留下一份，或者合成一份；${before}再删掉${marks.map(({ text }) => `“${shortened(text)}”`).join('')}这 ${marks.length} 行。`,
  });
}

const leftOver = (file: string, { start, end, text }: Marker): Diagnostic =>
  diagnostic({
    code: 'S012',
    at: { file, start, end },
    message: `“${shortened(text)}”像是 git 合并时留下的记号`,
    advice: '删掉这一行；它旁边要是还有两个人写的两份，只留一份。',
  });
