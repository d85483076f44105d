import * as z from 'zod';
import { type Blueprint, type Field, type GroupField, type TreeField, yearPattern } from '../blueprint/index.ts';
import { amountPattern, positivePattern } from './decimal.ts';

// Code that zod would make for each group slows the start of a single form, and gives later ones nothing to be measured.
z.config({ jitless: true });

const schemas = new WeakMap<Blueprint, z.ZodType>();

/** The zod schema of a form's records, made once per blueprint. Scalars are strings as typed, blanks are null. */
export function schemaOf(blueprint: Blueprint): z.ZodType {
  const known = schemas.get(blueprint) ?? groupSchema(blueprint.fields);
  schemas.set(blueprint, known);
  return known;
}

export const countPattern = /^\d+$/;

function fieldSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'group':
      return groupSchema(field);
    case 'list':
      return field.mayBeBlank ? z.array(fieldSchema(field.item)).nullable() : z.array(fieldSchema(field.item)).min(1);
    case 'tree':
      return field.mayBeBlank ? treeSchema(field).nullable() : treeSchema(field);
    default: {
      const text = scalarSchema(field.kind, field.kind === 'amount' && field.mayBeNegative);
      return field.mayBeBlank ? text.nullable() : text;
    }
  }
}

function scalarSchema(kind: Field['kind'], mayBeNegative: boolean): z.ZodType {
  if (kind === 'count') return z.string().regex(countPattern);
  if (kind === 'year') return z.string().regex(yearPattern);
  if (kind !== 'amount') return z.string();
  return z.string().regex(mayBeNegative ? amountPattern : positivePattern);
}

function groupSchema(group: GroupField): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      group.fields.map((field) => {
        const schema = fieldSchema(field);
        return [field.name, field.required ? schema : schema.optional()];
      }),
    ),
  );
}

/** Rows stand under the names of level two, or right under a name of level one. */
function treeSchema({ taxonomy, row }: TreeField): z.ZodType {
  const rows = z.array(groupSchema(row)).nullable();
  const named = (names: Iterable<string>, schema: (name: string) => z.ZodType): z.ZodType => {
    const entries = [...names].map((name) => [name, schema(name).optional()] as const);
    const known = new Map(entries);
    for (const [alias, name] of taxonomy.aliases) {
      const schemaOfName = known.get(name);
      if (schemaOfName) entries.push([alias, schemaOfName]);
    }
    return z.strictObject(Object.fromEntries(entries));
  };
  return named(taxonomy.levels.keys(), (level) => {
    const below = taxonomy.levels.get(level) ?? [];
    return below.length === 0 ? rows : z.union([rows, named(below, () => rows)]);
  });
}
