export { acceptWarnings, checkRecord } from './checks/check.ts';
export { formFaults } from './checks/sums/find.ts';
export { readRecord } from './read.ts';
export { type SampleKind, sampleRecord } from './sample.ts';
export type * from './types.ts';
