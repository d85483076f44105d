export { acceptWarnings, checkRecord } from './checks/check.ts';
export { formFaults } from './checks/sums/find.ts';
export { type Content, composeRecord } from './compose.ts';
export { printAmount } from './decimal.ts';
export { parsePrinted } from './parse-printed.ts';
export { readRecord } from './read.ts';
export { type SampleKind, sampleRecord } from './sample.ts';
export { authorOf, sumDigits, summaryValue, yearOf } from './summary.ts';
export type * from './types.ts';
