export { entry } from './entry.ts';
export { parseSource } from './parse-source.ts';
export type { Comment, Entry, Mapping, Node, Scalar, Sequence, SourceFile } from './types.ts';
