export { expandForm } from './expand.ts';
export { lostValues, notPrinted } from './lost.ts';
export { loadTemplate, type Template } from './template/load.ts';
export { partialFaults } from './template/partials.ts';
export type * from './types.ts';
