import { type Path, pathKey } from '../base/index.ts';
import { stretchesBetween } from './stretches.ts';
import type { Change, Edit } from './types.ts';

/** `changed` is marked in the cell and in the margin, `moved` in the margin only. */
export type Mark = 'changed' | 'moved';

/** A stretch of a value's text, in UTF-16 units; an empty one is a place where something was taken out. */
export type TextRange = { readonly start: number; readonly end: number };

/** What of a record is to be marked. */
export type Marks = {
  /** The mark of what comes from a path of the record. */
  readonly markOf: (path: Path) => Mark | null;
  /** The text of a value and what of it changed; null where the whole value did. */
  readonly stretchesOf: (path: Path) => { readonly text: string; readonly ranges: readonly TextRange[] } | null;
};

/** Shorter values are marked as a whole. */
const SHORT = 24;

export function marksOf(changes: readonly Change[]): Marks {
  const values = new Map<string, Edit>();
  const parts = new Map<string, Mark>();
  for (const change of changes) {
    if ('after' in change) values.set(pathKey(change.path), change);
    else if (change.kind === 'added' || change.kind === 'shown') parts.set(pathKey(change.path), 'changed');
    // Nothing is left to be marked of what is gone.
    else if (change.kind === 'moved' && !parts.has(pathKey(change.path))) parts.set(pathKey(change.path), 'moved');
  }
  return {
    markOf: (path) => {
      if (values.has(pathKey(path))) return 'changed';
      for (let end = path.length; end > 0; end -= 1) {
        const mark = parts.get(pathKey(path.slice(0, end)));
        if (mark !== undefined) return mark;
      }
      return null;
    },
    stretchesOf: (path) => {
      const edit = values.get(pathKey(path));
      if (edit === undefined || edit.before === '' || edit.after.length <= SHORT) return null;
      const ranges = rangesIn(edit);
      // A break between paragraphs cannot be underlined.
      const unseen = ranges.every(({ start, end }) => end > start && edit.after.slice(start, end).trim() === '');
      return unseen ? null : { text: edit.after, ranges };
    },
  };
}

function rangesIn({ before, after }: Edit): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let at = 0;
  let gone = false;
  for (const { kind, text } of stretchesBetween(before, after)) {
    if (kind === 'removed') {
      gone = true;
      continue;
    }
    if (kind === 'added') ranges.push({ start: at, end: at + text.length });
    else if (gone) ranges.push({ start: at, end: at });
    gone = false;
    at += text.length;
  }
  if (gone) ranges.push({ start: at, end: at });
  return ranges;
}
