export { compareRecords } from './compare.ts';
export { markDocument } from './mark.ts';
export { markdownOf } from './markdown.ts';
export { type Show, showPlainly, textOfRecord } from './text.ts';
export type * from './types.ts';
