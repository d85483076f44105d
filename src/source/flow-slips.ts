import { isMap, isPair, isScalar, parseDocument } from 'yaml';
import { diagnostic } from '../base/index.ts';
import type { Mend } from './mends.ts';
import type { Mendable } from './slip.ts';

/** Longer lines are not looked at: nobody reads a mended line of more. */
const LONGEST = 2000;

/** Marks between braces, mended; `first` is where the first was wrong, counted from the beginning. */
type Marks = { readonly text: string; readonly marks: readonly string[]; readonly first: number };

/** A stretch of a line between braces. */
type Braces = Marks & { readonly open: number; readonly close: number };

/** One entry's beginning: its key and its colon, of whatever kind. */
const entryStart =
  /^(?<before>\s*)(?<key>[^\s,，、；;:：{}｛｝"'][^,，、；;:：{}｛｝"']{0,30}?)(?<gap>\s*)(?<colon>[:：])(?<after>\s*)/u;

/**
 * S002 for `{ }` on a line whose marks are full-width or lack their blank, with the whole stretch as it should be;
 * undefined where mending the marks gives no sound mapping.
 */
export function flowSlip(file: string, line: string, lineStart: number): Mendable | undefined {
  const mended = mendBraces(line);
  if (mended === null || mended.marks.length === 0) return undefined;
  const start = lineStart + mended.open + mended.first;
  const wide = mended.marks.filter((mark) => mark !== ':').map((mark) => `“${mark}”`);
  const message = wide.length > 0 ? `{ } 里用了全角的${wide.join('')}` : '{ } 里的冒号后面没有空格';
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + 1 },
    message,
    advice: `写成“${mended.text}”：括号、冒号、逗号用半角，冒号和逗号后面空一格。`,
  });
  return { told, mends: [mendOf(mended, lineStart)], isSure: true };
}

/** What stands between the braces of a line, with them, as it should be written; null where that is no mapping. */
export function mendBraces(line: string): Braces | null {
  const open = line.search(/[{｛]/u);
  const close = Math.max(line.lastIndexOf('}'), line.lastIndexOf('｝'));
  if (open === -1 || close <= open || line.length > LONGEST) return null;
  const mended = mendMarks(line.slice(open, close + 1));
  return isSound(mended.text) ? { ...mended, open, close } : null;
}

/** What mends the braces of a line that begins at an offset. */
export const mendOf = ({ text, open, close }: Braces, lineStart: number): Mend => ({
  start: lineStart + open,
  end: lineStart + close + 1,
  put: text,
});

/** Rewrites braces, colons after keys and commas before keys; all else is text and stays. */
function mendMarks(source: string): Marks {
  const marks = new Set<string>();
  let first = -1;
  let text = '';
  let at = 0;
  let keyIsNext = false;
  const wrong = (mark: string, place: number): void => {
    marks.add(mark);
    if (first === -1) first = place;
  };
  while (at < source.length) {
    const character = source[at] as string;
    const start = keyIsNext ? entryStart.exec(source.slice(at))?.groups : undefined;
    keyIsNext = false;
    if (start !== undefined) {
      const { before = '', key = '', gap = '', colon = '', after = '' } = start;
      const place = at + before.length + key.length + gap.length;
      if (colon === '：') wrong(colon, place);
      else if (after === '') wrong(colon, place);
      text += `${before}${key}: `;
      at = place + 1 + after.length;
    } else if (character === '"' || character === "'") {
      const end = source.indexOf(character, at + 1);
      const next = end === -1 ? source.length : end + 1;
      text += source.slice(at, next);
      at = next;
    } else if ('{｛'.includes(character)) {
      if (character === '｛') wrong(character, at);
      text += '{';
      keyIsNext = true;
      at += 1;
    } else if ('}｝'.includes(character)) {
      if (character === '｝') wrong(character, at);
      text = character === '｝' && !/\s$/u.test(text) ? `${text} }` : `${text}}`;
      at += 1;
    } else if (',，、；;'.includes(character) && entryStart.test(source.slice(at + 1))) {
      if (character !== ',') wrong(character, at);
      text += character === ',' ? ',' : ', ';
      at += 1;
      if (character !== ',') while (source[at] === ' ' || source[at] === '　') at += 1;
      keyIsNext = true;
    } else {
      text += character;
      at += 1;
    }
  }
  return { text, marks: [...marks], first };
}

/** Whether a text between braces is a mapping whose every key has its colon. */
function isSound(text: string): boolean {
  const { contents, errors } = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
  return errors.length === 0 && isMap(contents) && contents.items.every((pair) => isPair(pair) && isWhole(pair));
}

function isWhole({ key, value }: { readonly key: unknown; readonly value: unknown }): boolean {
  if (!isScalar(key) || value === null) return false;
  return !isMap(value) || value.items.every(isWhole);
}
