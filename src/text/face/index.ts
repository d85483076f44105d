export { openFace } from './face.ts';
export { type FontSet, openFonts, type ResolvedGlyph } from './fontset.ts';
export { fontFault, inspectFonts } from './inspect.ts';
