export { canonicalText } from './canonical.ts';
export { factsText } from './facts.ts';
export { printOf } from './print.ts';
