export { spanAt } from './place.ts';
export { pull } from './pull.ts';
export { refusals, remarks } from './remarks.ts';
export type { Opened, Pulled } from './types.ts';
