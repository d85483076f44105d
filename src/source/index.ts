export { entry } from './entry.ts';
export { parseSource } from './parse-source.ts';
export type * from './types.ts';
