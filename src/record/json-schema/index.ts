export { editionOf, factsOf, needOf } from './describe.ts';
export { anyFormSchema, formSchema } from './schema.ts';
export type { JsonSchema } from './types.ts';
