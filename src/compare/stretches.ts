import { alignClauses } from './clauses.ts';
import { type Edits, shortestEdits } from './edits.ts';

/** A piece of two texts: in both, only in the old one, or only in the new one. */
export type Stretch = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** A clause with the mark that ends it; quotes and brackets stay with what they close. */
const clauses = /(?:[^，。；：！？、\n,;]|,(?=\d))*(?:(?:[，。；：！？、\n;]|,(?!\d))+[”’」』）)]*|$)/g;
/** A number with its signs, a Western word, or one character. */
const tokens = /[0-9][0-9.,%]*|[A-Za-z]+|\s+|./gsu;
/** Below this share of common characters two clauses are told whole. */
const LEAST_COMMON = 0.34;
/** A common stretch of so few characters between two changes is told with them. */
const SHORT = 2;

/**
 * What was changed in a text: first clause by clause, then character by character inside the clauses that differ;
 * a number is changed as a whole. The pieces that are `same` or `added` make the new text, the others the old one.
 */
export function stretchesBetween(before: string, after: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const flush = (): void => {
    found.push(...clausesRefined(gone, come));
    gone = [];
    come = [];
  };
  for (const { kind, text } of edited(before.match(clauses) ?? [], after.match(clauses) ?? [])) {
    if (kind === 'removed') gone.push(text);
    else if (kind === 'added') come.push(text);
    else {
      flush();
      found.push({ kind, text });
    }
  }
  flush();
  return joined(found);
}

/** What became of some clauses: as one text, or clause by clause where that tells less as changed. */
function clausesRefined(gone: readonly string[], come: readonly string[]): readonly Stretch[] {
  const whole = refined(gone.join(''), come.join(''));
  if (gone.length === come.length && gone.length <= 1) return whole;
  const single = joined(alignClauses(gone, come).flatMap(({ before, after }) => refined(before, after)));
  return changedLength(single) < changedLength(whole) ? single : whole;
}

const changedLength = (pieces: readonly Stretch[]): number =>
  pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? 0 : text.length), 0);

/** One clause, or several, against what stands there now. */
function refined(before: string, after: string): readonly Stretch[] {
  const whole: readonly Stretch[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  if (before === '' || after === '') return whole;
  const pieces = withoutCrumbs(joined(edited(before.match(tokens) ?? [], after.match(tokens) ?? [])));
  const common = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return common >= LEAST_COMMON * Math.min(before.length, after.length) ? pieces : whole;
}

/** A lone common character between two changes makes them hard to read: it is told as changed with them. */
function withoutCrumbs(pieces: readonly Stretch[]): readonly Stretch[] {
  return pieces.flatMap((piece, i): readonly Stretch[] => {
    const inside = i > 0 && i < pieces.length - 1;
    if (piece.kind !== 'same' || !inside || piece.text.length > SHORT) return [piece];
    return [
      { kind: 'removed', text: piece.text },
      { kind: 'added', text: piece.text },
    ];
  });
}

const edited = (before: Edits['before'], after: Edits['after']): readonly Stretch[] =>
  shortestEdits({ before, after }).map(({ kind, token }) => ({ kind, text: token }));

/** Pieces of one kind side by side become one; between two common pieces the old text stands before the new one. */
function joined(pieces: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  let gone = '';
  let come = '';
  const flush = (): void => {
    if (gone !== '') all.push({ kind: 'removed', text: gone });
    if (come !== '') all.push({ kind: 'added', text: come });
    gone = '';
    come = '';
  };
  let same = '';
  for (const { kind, text } of pieces) {
    if (text === '') continue;
    if (kind === 'same') {
      flush();
      same += text;
      continue;
    }
    if (same !== '') all.push({ kind: 'same', text: same });
    same = '';
    if (kind === 'removed') gone += text;
    else come += text;
  }
  flush();
  if (same !== '') all.push({ kind: 'same', text: same });
  return all;
}
