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
const start = /[\uE000-\uE002\uE004-\uE006]/g;

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

const numbered: Readonly<Record<string, 'value' | 'open' | 'call' | 'empty'>> = {
  [VALUE]: 'value',
  [OPEN]: 'open',
  [CALL]: 'call',
  [EMPTY]: 'empty',
};

export type Mark =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value' | 'open' | 'call' | 'empty'; readonly index: number }
  | { readonly kind: 'close' | 'return' };

/** Reads an expanded template back into marks and the text between them. */
export function readMarks(markup: string): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  while (at < markup.length) {
    const first = markup[at] as string;
    const kind = numbered[first];
    if (first === CLOSE || first === RETURN) {
      marks.push({ kind: first === CLOSE ? 'close' : 'return' });
      at += 1;
    } else if (kind !== undefined) {
      const end = markup.indexOf(END, at);
      marks.push({ kind, index: Number(markup.slice(at + 1, end)) });
      at = end + 1;
    } else {
      start.lastIndex = at;
      const next = start.exec(markup)?.index ?? markup.length;
      marks.push({ kind: 'text', text: markup.slice(at, next) });
      at = next;
    }
  }
  return marks;
}
