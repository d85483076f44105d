export { compareRecords } from './compare.ts';
export { changeLines } from './lines.ts';
export { markDocument } from './mark.ts';
export { markdownOf } from './markdown.ts';
export { type Matchable, matchItems } from './match.ts';
export { movedRows } from './moved-rows.ts';
export { isSame, type Show, showPlainly, textOfRecord } from './text.ts';
export type * from './types.ts';
