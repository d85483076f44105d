export { formOf } from './form-of.ts';
export { formatSource } from './format.ts';
