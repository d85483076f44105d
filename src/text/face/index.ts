export { openFace } from './face.ts';
export { type FontSet, openFonts, type ResolvedGlyph } from './fontset.ts';
export { inspectFonts } from './inspect.ts';
