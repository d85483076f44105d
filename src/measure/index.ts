export { measureDocument, type Setup } from './measure.ts';
export type * from './types.ts';
