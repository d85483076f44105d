import { boundBefore, joined, operatorAt } from './bounds.ts';
import { isBare, quantityAt } from './quantity.ts';
import type { Part, Quantity, Reading } from './types.ts';

const dashAt = / ?(?:[-~–]|—{1,2}|至|到) ?/y;

/** A quantity or a range with what stands before and behind it, and nothing else; null for any other folded text. */
export function parseItem(text: string): Extract<Reading, { kind: 'quantity' | 'range' }> | null {
  const bound = boundBefore(text, text.length);
  const { operator, end: start } = operatorAt(text, 0);
  const first = quantityAt(text, skipBlanks(text, start), bound.start);
  if (first === null) return null;
  if (first.end === bound.start)
    return { kind: 'quantity', operator: joined(operator, bound.operator), quantity: first.quantity };
  dashAt.lastIndex = first.end;
  const dash = dashAt.exec(text)?.[0];
  const second = dash === undefined ? null : quantityAt(text, first.end + dash.length, bound.start);
  if (second === null || second.end !== bound.start) return null;
  return { kind: 'range', from: likeLast(first.quantity, second.quantity), to: second.quantity };
}

/** 10~20人 and 90-95% name the unit once. */
const likeLast = (first: Quantity, last: Quantity): Quantity =>
  isBare(first) ? { ...last, number: first.number } : first;

const skipBlanks = (text: string, start: number): number => (text[start] === ' ' ? start + 1 : start);

/** 14人（社工11人，其他3人）, or a quantity with a remark in brackets; null for any other folded text. */
export function parseBracketed(text: string): Extract<Reading, { kind: 'quantity' | 'breakdown' }> | null {
  if (!/[)）]$/.test(text)) return null;
  const open = text.search(/[(（]/);
  const head = open > 0 ? parseItem(text.slice(0, open).trimEnd()) : null;
  if (head?.kind !== 'quantity') return null;
  const inner = text.slice(open + 1, -1).trim();
  const some = /^(?:其中|包括|包含|含)[:：]?/.exec(inner)?.[0] ?? '';
  const parts = parseParts(inner.slice(some.length));
  return parts === null ? head : { ...head, kind: 'breakdown', parts, whole: some === '' };
}

/** Two or more names, each with its quantity, between commas or semicolons; null for any other folded text. */
export function parseParts(text: string): readonly Part[] | null {
  const pieces = text.split(/[,，、；;]/);
  if (pieces.length < 2) return null;
  const parts: Part[] = [];
  for (const piece of pieces) {
    const part = parsePart(piece.trim());
    if (part === null) return null;
    parts.push(part);
  }
  return parts;
}

function parsePart(piece: string): Part | null {
  const at = piece.search(/\d/);
  const name = piece
    .slice(0, at)
    .replace(/[:：共为]$/, '')
    .trim();
  if (at < 1 || name === '' || /[≥≤<>≈~约近每各()（）]/.test(piece.slice(0, at))) return null;
  const found = quantityAt(piece, at);
  return found?.end === piece.length ? { name, quantity: found.quantity } : null;
}
