export { canonicalText } from './canonical.ts';
export { type Facts, factsText, parseFacts } from './facts.ts';
export { printOf } from './print.ts';
export type { Print, PrintedCell, PrintedTable } from './types.ts';
