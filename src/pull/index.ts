export { pull } from './pull.ts';
export type { Engine, Opened, Pulled } from './types.ts';
