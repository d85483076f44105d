export { entry } from './entry.ts';
export { parseMeant, parseSource } from './parse-source.ts';
export { placeInScalar } from './place-in-scalar.ts';
export { placeOfPart, startOf } from './place-of-part.ts';
export type * from './types.ts';
