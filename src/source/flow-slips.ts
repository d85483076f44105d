import { isMap, isPair, isScalar, parseDocument } from 'yaml';
import { diagnostic } from '../base/index.ts';
import { beforeNumber } from './key-lines.ts';
import { type Mend, mended, movedBy } from './mends.ts';
import type { Mendable } from './slip.ts';

/** Longer lines are not looked at: nobody reads a mended line of more. */
const LONGEST = 2000;

/** Marks between braces that were wrong, and what mends them, counted from the beginning. */
type Marks = { readonly text: string; readonly marks: readonly string[]; readonly mends: readonly Mend[] };

/** A stretch of a line between braces. */
type Braces = Marks & { readonly open: number };

/** One entry's beginning: its key and its colon, of whatever kind. */
const entryStart =
  /^(?<before>\s*)(?<key>[^\s,，、；;:：{}｛｝"'][^,，、；;:：{}｛｝"']{0,30}?)(?<gap>\s*)(?<colon>[:：])(?<after>\s*)/u;

/**
 * S002 for `{ }` on a line whose marks are full-width or lack their blank, with the whole stretch as it should be;
 * undefined where mending the marks gives no sound mapping.
 */
export function flowSlip(file: string, line: string, lineStart: number): Mendable | undefined {
  const braces = mendBraces(line);
  if (braces === null || braces.marks.length === 0) return undefined;
  const mends = mendsOf(braces, lineStart);
  const start = Math.min(...mends.map((one) => one.start));
  const wide = braces.marks.filter((mark) => mark !== ':').map((mark) => `“${mark}”`);
  const message = wide.length > 0 ? `{ } 里用了全角的${wide.join('')}` : '{ } 里的冒号后面没有空格';
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + 1 },
    message,
    advice: `写成“${braces.text}”：括号、冒号、逗号用半角，冒号和逗号后面空一格。`,
  });
  return { told, mends, isSure: isSure(braces) };
}

/** What stands between the braces of a line, with them, as it should be written; null where that is no mapping. */
export function mendBraces(line: string): Braces | null {
  const open = line.search(/[{｛]/u);
  const close = Math.max(line.lastIndexOf('}'), line.lastIndexOf('｝'));
  if (open === -1 || close <= open || line.length > LONGEST) return null;
  const marks = mendMarks(line.slice(open, close + 1));
  return isSound(marks.text) ? { ...marks, open } : null;
}

/** What mends the braces of a line that begins at an offset. */
export const mendsOf = ({ mends, open }: Braces, lineStart: number): readonly Mend[] =>
  movedBy(mends, lineStart + open);

/** Whether mended braces are what was meant: a comma of full width before what looks like a key may be one of a text. */
export const isSure = ({ marks }: Braces): boolean => marks.every((mark) => !'，、；;'.includes(mark));

/** Rewrites braces, colons after keys and commas before keys; all else is text and stays. */
function mendMarks(source: string): Marks {
  const marks = new Set<string>();
  const mends: Mend[] = [];
  const wrong = (mark: string, mend: Mend): void => {
    marks.add(mark);
    mends.push(mend);
  };
  let at = 0;
  let keyIsNext = false;
  while (at < source.length) {
    const character = source[at] as string;
    const entry = keyIsNext ? entryAt(source, at) : null;
    keyIsNext = false;
    if (entry !== null) {
      const { colon, start, end } = entry;
      if (source.slice(start, end).trimEnd() !== ':' || start + 1 === end) wrong(colon, { start, end, put: ': ' });
      at = end;
    } else if (character === '"' || character === "'") {
      const end = source.indexOf(character, at + 1);
      at = end === -1 ? source.length : end + 1;
    } else if ('{｛'.includes(character)) {
      if (character === '｛') wrong(character, { start: at, end: at + 1, put: '{' });
      keyIsNext = true;
      at += 1;
    } else if (character === '｝') {
      wrong(character, { start: at, end: at + 1, put: /\s/u.test(source[at - 1] ?? '') ? '}' : ' }' });
      at += 1;
    } else if (',，、；;'.includes(character) && entryAt(source, at + 1) !== null) {
      let end = at + 1;
      if (character !== ',') {
        while (source[end] === ' ' || source[end] === '　') end += 1;
        wrong(character, { start: at, end, put: ', ' });
      }
      keyIsNext = true;
      at = end;
    } else at += 1;
  }
  return { text: mended(source, mends).text, marks: [...marks], mends };
}

/** What is a word of a text before a colon, and no key: `其中：`, `一是：`, the hour of a time. */
const isNoKey = (key: string): boolean => key === '其中' || beforeNumber(key) !== null;

/** The colon of an entry that begins at a place, with the blanks around it; null where a text goes on. */
function entryAt(
  source: string,
  at: number,
): { readonly colon: string; readonly start: number; readonly end: number } | null {
  const { before = '', key, gap = '', colon = '', after = '' } = entryStart.exec(source.slice(at))?.groups ?? {};
  if (key === undefined) return null;
  const start = at + before.length + key.length;
  const end = start + gap.length + 1 + after.length;
  const isWrong = colon === '：' || after === '';
  return isWrong && (isNoKey(key) || source.startsWith('//', end)) ? null : { colon, start, end };
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
