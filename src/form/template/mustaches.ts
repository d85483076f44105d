import { limits } from './limits.ts';

/** The blocks that a template may have. */
export const blocks: readonly string[] = ['each', 'with', 'if', 'unless'];

/** A stretch `{{…}}` of a template; `start` and `end` count from the template's beginning. */
export type Mustache = {
  readonly kind: 'open' | 'close' | 'else' | 'comment' | 'value';
  /** What a block opens or closes with: each, if … */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** False where no }} ends it. */
  readonly ended: boolean;
};

const remark = /\{\{~?!/y;
/** Quoted words and names in brackets may hold braces. */
const whole = /\{\{\{?(?:"[^"\n]*"|'[^'\n]*'|\[[^\]\n]*\]|[^{}"'[])*\}\}\}?/y;
const cutOff = /[<\n]|\{\{/g;
const beginning = /^\{+~?\s*(?<sign>[#^/]?)\s*[>*]?\s*(?<name>[^\s~}]*)/;

/**
 * All mustaches in their order, whether or not Handlebars can read them; `\{{` is text. Ends with the one that is the
 * `limits.faults`th without an end: each of them costs a look at all that follows.
 */
export function findMustaches(text: string): Mustache[] {
  const found: Mustache[] = [];
  const ends: Ends = { comment: nextOf(text, /--~?\}\}/g), remark: nextOf(text, /\}\}/g) };
  let endless = 0;
  for (let at = text.indexOf('{{'); at !== -1 && endless < limits.faults; ) {
    if (text[at - 1] === '\\' && text[at - 2] !== '\\') {
      at = text.indexOf('{{', at + 2);
      continue;
    }
    const ending = endOf(text, at, ends);
    const end = ending ?? cut(text, at);
    if (ending === null) endless += 1;
    found.push({ ...kindOf(text.slice(at, Math.min(end, at + 200))), start: at, end, ended: ending !== null });
    at = text.indexOf('{{', end);
  }
  return found;
}

/** Whether so many mustaches have no end that those after them were not looked for. */
export const isCutShort = (mustaches: readonly Mustache[]): boolean =>
  mustaches.filter(({ ended }) => !ended).length >= limits.faults;

/** Where the next match at or after a place ends; null where there is none. Places are asked for in their order. */
type Next = (from: number) => number | null;
type Ends = { readonly comment: Next; readonly remark: Next };

/** Each stretch of the text is searched once, however often it is asked for. */
function nextOf(text: string, pattern: RegExp): Next {
  let start = -1;
  let end = 0;
  return (from) => {
    if (start < from) {
      pattern.lastIndex = from;
      const match = pattern.exec(text);
      start = match?.index ?? Number.POSITIVE_INFINITY;
      end = start + (match?.[0].length ?? 0);
    }
    return start === Number.POSITIVE_INFINITY ? null : end;
  };
}

/** Where a mustache ends; null where it does not. */
function endOf(text: string, at: number, { comment, remark: remarkEnd }: Ends): number | null {
  remark.lastIndex = at;
  const inside = at + (remark.exec(text)?.[0].length ?? 0);
  if (inside > at) return (text.startsWith('--', inside) ? comment(inside + 2) : null) ?? remarkEnd(inside);
  whole.lastIndex = at;
  const match = whole.exec(text);
  return match && at + match[0].length;
}

/** One without an end is taken to go as far as the next tag, the next mustache or the end of its line. */
function cut(text: string, at: number): number {
  cutOff.lastIndex = at + 2;
  return cutOff.exec(text)?.index ?? text.length;
}

function kindOf(text: string): Pick<Mustache, 'kind' | 'name'> {
  const { sign = '', name = '' } = beginning.exec(text)?.groups ?? {};
  if (name.startsWith('!')) return { kind: 'comment', name: '' };
  if (sign === '/') return { kind: 'close', name };
  if (name === 'else' || (sign === '^' && name === '')) return { kind: 'else', name: 'else' };
  return { kind: sign === '' ? 'value' : 'open', name };
}
