export { checkRecord } from './checks/check.ts';
export { readRecord } from './read.ts';
export type * from './types.ts';
