export { balance } from './balance.ts';
export { type FontSet, openFonts } from './face/index.ts';
export { type Breakable, fillLines, forcedBreaks, makeBreakable, stretchAround } from './fill.ts';
export { makeLines, stackLines } from './lines.ts';
export { type MissingGlyph, shape, type TextRun } from './shape.ts';
export type * from './types.ts';
export type { LabelWords } from './words.ts';
