export { measureDocument, type Setup } from './measure.ts';
export { SHORT_ROW } from './paragraphs.ts';
export type * from './types.ts';
