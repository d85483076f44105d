import * as z from 'zod';
import { flatMap } from '../../base/index.ts';
import type { Blueprint } from '../../blueprint/index.ts';
import { schemaOf } from '../schema.ts';

/** What zod allows at a place of a record; alternatives are taken together. */
export type Shape = {
  readonly mayBeBlank: boolean;
  /** What the text of a scalar must match; null: anything. */
  readonly pattern: string | null;
  /** The keys of a map, in the order of the form. */
  readonly members: ReadonlyMap<string, Shape>;
  readonly required: readonly string[];
  /** The items of a list; null where none may stand. */
  readonly item: Shape | null;
};

type Json = z.core.JSONSchema._JSONSchema;

/** The shape of a form's records, by the schema that records are checked with. */
export const recordShape = (blueprint: Blueprint): Shape =>
  shapeOf(z.toJSONSchema(schemaOf(blueprint), { target: 'draft-7' }));

function shapeOf(json: Json): Shape {
  const all = alternatives(json);
  const items = flatMap(all, ({ items: one }) => (typeof one === 'object' && !Array.isArray(one) ? [one] : []));
  const members = flatMap(all, ({ properties }) => Object.entries(properties ?? {}));
  return {
    mayBeBlank: all.some(({ type }) => [type].flat().includes('null')),
    pattern: all.find(({ pattern }) => pattern !== undefined)?.pattern ?? null,
    members: new Map(members.map(([name, member]) => [name, shapeOf(member)])),
    required: flatMap(all, ({ required }) => required ?? []),
    item: items[0] === undefined ? null : shapeOf(items[0]),
  };
}

/** A schema without choices inside for each thing that may stand at a place. */
function alternatives(json: Json): Exclude<Json, boolean>[] {
  if (typeof json === 'boolean') return [];
  return json.anyOf === undefined ? [json] : flatMap(json.anyOf, alternatives);
}
