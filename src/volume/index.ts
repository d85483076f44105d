export { contentsContent } from './contents.ts';
export { memberOf } from './member.ts';
export { firstPages } from './numbering.ts';
export { comparePaths } from './order.ts';
export { type OutlineEntry, outlineOf } from './outline.ts';
export { columnPrint, missingInTotals, type SummaryTable, summaryContent, summaryTables } from './tables.ts';
export type * from './types.ts';
