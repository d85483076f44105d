export { LEAST_PADDING } from './cells.ts';
export { type FoundWidths, settleColumns } from './columns/settle.ts';
export { measureDocument } from './measure.ts';
export { oncePerColumn } from './narrow-columns.ts';
export { startsOf } from './paragraphs.ts';
export { namesOf } from './row-names.ts';
export type { Setup, TypedAt } from './setup.ts';
export type * from './types.ts';
