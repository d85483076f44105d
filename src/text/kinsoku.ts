import { isClosing, isOpening } from './classes.ts';

/** Where characters with a rule of their own are found: Latin, general punctuation, symbols, CJK and full-width marks. */
const BLOCKS = [
  [0x21, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x205e],
  [0x20a0, 0x2300],
  [0x2500, 0x2501],
  [0x3001, 0x30ff],
  // Readers take a hundred characters: of the units in one square only ㎡.
  [0x33a1, 0x33a1],
  [0xff01, 0xffe6],
] as const;

/** The characters with which no line may end, and those with which none may begin, each in the order of code points. */
export function prohibitions(): { readonly end: string; readonly start: string } {
  let end = '';
  let start = '';
  for (const [first, last] of BLOCKS) {
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      if (isOpening(codePoint)) end += String.fromCodePoint(codePoint);
      else if (isClosing(codePoint)) start += String.fromCodePoint(codePoint);
    }
  }
  return { end, start };
}
