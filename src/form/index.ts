export { expandForm } from './expand.ts';
export { loadTemplate, type Template } from './template/load.ts';
export type * from './types.ts';
