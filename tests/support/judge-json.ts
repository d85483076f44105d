import type { JsonSchema } from '../../src/record/json-schema/index.ts';

/** A value as editors read it out of YAML. */
export type Json = unknown;

/** What a JSON Schema (draft-07, as far as ours use it) has against a value, in its own messages; empty: nothing. */
export function judge(root: JsonSchema, value: Json): string[] {
  const told = (schema: JsonSchema, at: Json): string[] => {
    if (schema.$ref !== undefined) return told(definition(root, schema.$ref), at);
    const wrong = (broken: boolean, message = schema.errorMessage): string[] => (broken ? [message ?? '没有说明'] : []);
    const isNumber = typeof at === 'number';
    const kinds = [schema.type ?? []].flat();
    return [
      ...wrong(kinds.length > 0 && !kinds.some((kind) => isOf(kind, at))),
      ...wrong(schema.enum !== undefined && !schema.enum.includes(at as string)),
      ...wrong(schema.const !== undefined && schema.const !== at),
      ...wrong(isNumber && (at < (schema.minimum ?? at) || at > (schema.maximum ?? at))),
      ...wrong(isNumber && schema.exclusiveMaximum !== undefined && at >= schema.exclusiveMaximum),
      ...wrong(breaksPattern(schema.pattern, at), schema.patternErrorMessage ?? schema.errorMessage),
      ...wrong(Array.isArray(at) && at.length > (schema.maxItems ?? at.length)),
      ...(Array.isArray(at) && schema.items ? at.flatMap((item) => told(schema.items as JsonSchema, item)) : []),
      ...(isOf('object', at) ? members(schema, at as Record<string, Json>) : []),
      ...(schema.allOf ?? []).flatMap((one) => told(one, at)),
      ...(schema.anyOf?.every((one) => told(one, at).length > 0) ? schema.anyOf.flatMap((one) => told(one, at)) : []),
      ...wrong(schema.not !== undefined && told(schema.not, at).length === 0),
      ...(schema.if && schema.else && told(schema.if, at).length > 0 ? told(schema.else, at) : []),
    ];
  };

  const members = (schema: JsonSchema, map: Readonly<Record<string, Json>>): string[] => [
    ...(schema.required ?? []).flatMap((name) => (Object.hasOwn(map, name) ? [] : (schema.errorMessage ?? '没有说明'))),
    ...Object.entries(map).flatMap(([name, inner]) => {
      const patterns = Object.entries(schema.patternProperties ?? {});
      const own = schema.properties?.[name] ?? patterns.find(([pattern]) => new RegExp(pattern, 'u').test(name))?.[1];
      if (own) return told(own, inner);
      return schema.additionalProperties === false ? [schema.errorMessage ?? '没有说明'] : [];
    }),
    ...(Object.keys(map).length > (schema.maxProperties ?? Number.POSITIVE_INFINITY) ? ['没有说明'] : []),
  ];

  return told(root, value);
}

function definition(root: JsonSchema, reference: string): JsonSchema {
  const found = root.definitions?.[reference.replace('#/definitions/', '')];
  if (found === undefined) throw new Error(`no ${reference}`);
  return found;
}

const breaksPattern = (pattern: string | undefined, at: Json): boolean =>
  pattern !== undefined && typeof at === 'string' && !new RegExp(pattern, 'u').test(at);

function isOf(kind: string, at: Json): boolean {
  if (kind === 'integer') return Number.isInteger(at);
  if (kind === 'null') return at === null;
  if (kind === 'array') return Array.isArray(at);
  if (kind === 'object') return typeof at === 'object' && at !== null && !Array.isArray(at);
  return typeof at === kind;
}
