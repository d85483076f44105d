export { entry } from './entry.ts';
export { parseMeant, parseSource } from './parse-source.ts';
export { placeInScalar } from './place-in-scalar.ts';
export type * from './types.ts';
