export { tagDocument } from './document.ts';
export type { Tag, TagTree } from './types.ts';
