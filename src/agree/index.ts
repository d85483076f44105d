export { canonicalText } from './canonical.ts';
export { type Difference, differencesOf } from './compare.ts';
export { type Facts, factsText, parseFacts } from './facts.ts';
export { blemishesOf, type Leaf, leafOf, sameLeaves } from './leaves.ts';
export { printOf } from './print.ts';
export { printOfDocx, printOfPdf } from './read-print.ts';
export type { Print } from './types.ts';
