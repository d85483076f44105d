import type { Blueprint } from '../blueprint/index.ts';
import { anyFormSchema, formSchema, type JsonSchema } from '../record/json-schema/index.ts';

/** The JSON Schema of a form's records as a file. */
export const formSchemaText = (blueprint: Blueprint): string => textOf(formSchema(blueprint));

/** One JSON Schema for the records of all these forms, as a file. */
export const anyFormSchemaText = (blueprints: readonly Blueprint[]): string => textOf(anyFormSchema(blueprints));

const textOf = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`;
