import type { Slot, Token, Unit } from '../printed/pattern.ts';
import { SOFT } from '../text/blanks.ts';

/** The texts of slots, in their order; `doubtful`: they could be split in another way. */
export type Split = { readonly texts: readonly string[]; readonly doubtful: boolean };

/** Slots with what stands before the first, between them and behind the last, as patterns. */
type Frame = { readonly slots: readonly Slot[]; readonly anchors: readonly string[] };

/**
 * Splits a text into what stands in the slots of units; null where their fixed words are not in it. `isOwn`: what the
 * units say was printed where the text stands, and tells how it is split.
 */
export function splitUnits(units: readonly Unit[], text: string, isOwn = true): Split | null {
  const frame = frameOf(units);
  const first = new RegExp(`^(?:${frame.anchors[0]})`).exec(text);
  if (frame.slots.length === 0) return first?.[0].length === text.length ? { texts: [], doubtful: false } : null;
  const last = new RegExp(`(?:${frame.anchors.at(-1)})$`).exec(text);
  if (first === null || last === null || first[0].length > last.index) return null;
  const inner = { text, from: first[0].length, to: last.index };
  const early = walk(frame, inner, 'early');
  const late = walk(frame, inner, 'late');
  if (early === null || late === null) return null;
  if (early.every((one, i) => one === late[i])) return { texts: early, doubtful: false };
  if (!isOwn) return { texts: early, doubtful: true };
  const kept = (texts: readonly string[]): number => texts.filter((one, i) => one === frame.slots[i]?.text).length;
  const most = Math.max(kept(early), kept(late));
  const texts = kept(early) === most ? early : late;
  return { texts, doubtful: most < frame.slots.length - 1 || kept(early) === kept(late) };
}

/** The pattern of what a unit begins with before its first slot; empty where it begins with the slot. */
export const beginningOf = (unit: Unit): string => frameOf([unit]).anchors[0] ?? '';

function frameOf(units: readonly Unit[]): Frame {
  const slots: Slot[] = [];
  const anchors = [''];
  const add = (pattern: string): void => {
    anchors[anchors.length - 1] += pattern;
  };
  units.forEach((unit, i) => {
    if (i > 0) add('\\s*\\n\\s*');
    for (const token of unit) {
      if (token.kind === 'slot') {
        slots.push(token);
        anchors.push('');
      } else add(patternOf(token));
    }
  });
  return { slots, anchors };
}

/**
 * Blanks in the template may be more or fewer in a document, and words be broken by hand; numbers follow from the order of
 * what they count.
 */
function patternOf(token: Exclude<Token, Slot>): string {
  if (token.kind === 'number') return '\\s*[0-9０-９]*\\s*';
  return token.text.split(/\s+/).map(wordPattern).join('\\s*');
}

const wordPattern = (word: string): string =>
  [...word].map((character) => character.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join(`${SOFT}?`);

type Inner = { readonly text: string; readonly from: number; readonly to: number };

/** The texts between anchors, each anchor where it stands first, or last. */
function walk({ slots, anchors }: Frame, { text, from, to }: Inner, which: 'early' | 'late'): readonly string[] | null {
  const cuts: (readonly [number, number])[] = [];
  let low = from;
  let high = to;
  const between = anchors.slice(1, -1);
  for (const anchor of which === 'early' ? between : between.toReversed()) {
    const found = [...text.slice(low, high).matchAll(new RegExp(anchor, 'g'))];
    const match = which === 'early' ? found[0] : found.at(-1);
    if (match === undefined) return null;
    const start = low + match.index;
    const end = start + match[0].length;
    cuts.push([start, end]);
    if (which === 'early') low = end;
    else high = start;
  }
  const ordered = which === 'early' ? cuts : cuts.toReversed();
  return slots.map((_, i) => {
    const start = i === 0 ? from : (ordered[i - 1]?.[1] ?? from);
    const end = i === slots.length - 1 ? to : (ordered[i]?.[0] ?? to);
    return text.slice(start, end).trim();
  });
}
