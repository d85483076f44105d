export { layoutDocument } from './document.ts';
export type * from './types.ts';
