export { balance, labelLines } from './balance.ts';
export { codePointsOf, isDigit } from './characters.ts';
export { type FontSet, openFonts } from './face/index.ts';
export {
  type Breakable,
  fillLines,
  forcedBreaks,
  type LineRange,
  makeBreakable,
  stretchAround,
  widthOf,
  wordAround,
} from './fill.ts';
export { NARROW } from './justify.ts';
export { prohibitions } from './kinsoku.ts';
export { makeLines, naturalLine, spreadLine, textBetween } from './lines.ts';
export { breakLines } from './optimum.ts';
export { type PlainText, plainStarts, plainText, plainWidth, stretchEnd, widthIn } from './plain.ts';
export { type MissingGlyph, runAt, shape, type TextRun } from './shape.ts';
export { stackLines } from './stack.ts';
export type * from './types.ts';
export type { LabelWords } from './words.ts';
