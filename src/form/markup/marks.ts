/**
 * An expanded template is text with marks of private-use characters for its tags and for the values printed in it.
 * Neither an author (source refuses them) nor a template can write these characters, so no text becomes markup.
 */
export const privateUse = /[\uE000-\uF8FF]/;

const VALUE = '\uE000';
const OPEN = '\uE001';
const CLOSE = '\uE002';
const END = '\uE003';
const CALL = '\uE004';
const RETURN = '\uE005';
const EMPTY = '\uE006';

/** Stands for the run with this number. */
export const valueMark = (run: number): string => `${VALUE}${run}${END}`;

/** Stands for a start tag: the template's tag with this number. */
export const openMark = (tag: number): string => `${OPEN}${tag}${END}`;

/** Stands for any end tag. */
export const closeMark = CLOSE;

/** Stands where the form's own template calls the partial with this number; all up to {@link returnMark} comes from it. */
export const callMark = (call: number): string => `${CALL}${call}${END}`;

export const returnMark = RETURN;

/** Stands where the loop with this number had nothing to go through. */
export const emptyMark = (loop: number): string => `${EMPTY}${loop}${END}`;

const FIRST = VALUE.charCodeAt(0);
const LAST = EMPTY.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** What the marks mean, in the order of their characters; those without an object of their own have a number behind them. */
const meanings = ['value', 'open', { kind: 'close' }, null, 'call', { kind: 'return' }, 'empty'] as const;

export type Mark =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value' | 'open' | 'call' | 'empty'; readonly index: number }
  | { readonly kind: 'close' | 'return' };

/** Reads an expanded template back into marks and the text between them. */
export function readMarks(markup: string): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  while (at < markup.length) {
    const meaning = meanings[markup.charCodeAt(at) - FIRST];
    if (typeof meaning === 'string') {
      const end = markup.indexOf(END, at);
      let index = 0;
      for (at += 1; at < end; at += 1) index = 10 * index + markup.charCodeAt(at) - ZERO;
      marks.push({ kind: meaning, index });
      at += 1;
    } else if (meaning) {
      marks.push(meaning);
      at += 1;
    } else {
      const start = at;
      do at += 1;
      while (at < markup.length && !isMark(markup.charCodeAt(at)));
      marks.push({ kind: 'text', text: markup.slice(start, at) });
    }
  }
  return marks;
}

const isMark = (code: number): boolean => code >= FIRST && code <= LAST;
