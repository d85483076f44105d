export { expandForm } from './expand.ts';
export type { Template } from './template/compile.ts';
export { loadTemplate } from './template/load.ts';
export { partialFaults } from './template/partials.ts';
export type * from './types.ts';
