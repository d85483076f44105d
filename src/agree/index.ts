export { canonicalText } from './canonical.ts';
export { type Difference, differencesOf } from './compare.ts';
export { type Facts, factsText, parseFacts } from './facts.ts';
export { inked } from './ink.ts';
export { blemishesOf, type Leaf } from './leaves.ts';
export { printOf } from './print.ts';
export { printOfDocx, printOfPdf } from './read-print.ts';
export type { Print } from './types.ts';
