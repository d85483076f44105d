export { layoutDocument } from './document.ts';
export { type BlockFlow, type FlowPlan, planFlow } from './flow.ts';
export type { RowFlow, TableFlow } from './flow-table.ts';
export { FOLIO_DROP } from './folio.ts';
export { bodyOf, folioPage, type Numbering, shiftTo } from './renumber.ts';
export type * from './types.ts';
