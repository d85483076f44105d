import { between } from '../../base/index.ts';

/** The half-width marks of a text that should be full-width, and what stands about the first of them. */
export type HalfWidthMarks = {
  /** Where the first is. */
  readonly first: number;
  readonly count: number;
  /** Each kind once, in the order in which they first occur. */
  readonly kinds: readonly string[];
  readonly around: string;
  /** The same with full-width marks. */
  readonly mended: string;
  /** How many marks stand in `around`. */
  readonly shown: number;
};

const full: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' };

/**
 * A stop with what a Chinese sentence has on either side of it (GB/T 15834-2011): Han, its quotes and brackets, ①; or a
 * bracket or the end of a line. The mark comes first, so that nothing is looked at elsewhere.
 */
const marks = /[,:;](?<=[\p{Script=Han}”’》」』】）)].)(?=[\p{Script=Han}“‘《「『【（(①-⑳])|[()\n]/gu;
/** The cheap question before the dear one. */
const suspect = /[,:;()]/;
const han = /\p{Script=Han}/u;

/** How many characters about a mark are shown. */
const SHOWN = 4;

/** Half-width stops and brackets between Han; null where there are none. The brackets of a formula are its own. */
export function halfWidthMarks(text: string, isFormula: boolean): HalfWidthMarks | null {
  const found = suspect.test(text) ? placesOf(text, isFormula) : [];
  const [first] = found;
  if (first === undefined) return null;
  const lineEnd = text.indexOf('\n', first);
  const start = between(text, Math.max(text.lastIndexOf('\n', first) + 1, first - SHOWN));
  const end = between(text, Math.min(lineEnd === -1 ? text.length : lineEnd, first + SHOWN + 1));
  const shown = found.filter((at) => at < end);
  const around = text.slice(start, end);
  const mended = shown.reduce((line, at) => {
    const within = at - start;
    return `${line.slice(0, within)}${full[line[within] ?? '']}${line.slice(within + 1)}`;
  }, around);
  const kinds = [...new Set(found.map((at) => text[at] as string))];
  return { first, count: found.length, kinds, around, mended, shown: shown.length };
}

/** Where the marks are, in the order of the text. */
function placesOf(text: string, isFormula: boolean): readonly number[] {
  const found: number[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark === '(') open = index;
    else if (mark === '\n') open = -1;
    else if (mark === ')') {
      if (open !== -1 && !isFormula && enclosesHan(text, open, index)) found.push(open, index);
      open = -1;
    } else found.push(index);
  }
  return found.toSorted((a, b) => a - b);
}

/** Brackets about Han, with Han, a stop or an end of the line on both sides. */
function enclosesHan(text: string, open: number, close: number): boolean {
  const inner = text.slice(open + 1, close);
  if (!han.test(inner.slice(0, 2)) && !han.test(inner.slice(-2))) return false;
  const left = text.slice(Math.max(0, open - 2), open);
  const right = text.slice(close + 1, close + 3);
  const leftFits = left === '' || left.endsWith('\n') || /[\p{Script=Han}\p{P}]$/u.test(left);
  const rightFits = right === '' || right.startsWith('\n') || /^[\p{Script=Han}\p{P}]/u.test(right);
  return leftFits && rightFits;
}
