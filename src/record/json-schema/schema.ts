import { type Blueprint, words } from '../../blueprint/index.ts';
import { editionOf } from './describe.ts';
import { type SchemaMaker, startSchemas } from './fields.ts';
import { layoutSchema } from './layout.ts';
import { recordShape } from './shape.ts';
import type { JsonSchema } from './types.ts';

const DRAFT = 'http://json-schema.org/draft-07/schema#';
const form = words.form.id;

/**
 * The JSON Schema (draft-07) of a form's records, for editors: what zod checks, with names, explanations, examples and
 * messages in Chinese. It refuses nothing that `check` allows.
 */
export function formSchema(blueprint: Blueprint): JsonSchema {
  const maker = startSchemas();
  const schema = recordSchema(blueprint, maker);
  return { $schema: DRAFT, ...schema, definitions: maker.definitions() };
}

/** One schema for the records of all these forms: which of them holds is told by what stands after 表. */
export function anyFormSchema(blueprints: readonly Blueprint[]): JsonSchema {
  const maker = startSchemas();
  const forms = blueprints.map((blueprint, i) => ({
    key: `form${i + 1}`,
    id: blueprint.id,
    schema: recordSchema(blueprint, maker),
  }));
  const ids = forms.map(({ id }) => id);
  return {
    $schema: DRAFT,
    title: '表里的数据',
    description: '一个部门一年的一份表。',
    type: 'object',
    properties: { [form]: formName(ids) },
    errorMessage: `一行一项写“名称: 内容”，第一行写“${form}: 表的名称”。`,
    allOf: [
      { required: [form], errorMessage: `缺“${form}”：第一行写“${form}: 表的名称”。` },
      ...forms.map(({ key, id }) => ({
        if: { not: { type: 'object', properties: { [form]: { const: id } }, required: [form] } },
        else: { $ref: `#/definitions/${key}` },
      })),
    ],
    definitions: { ...maker.definitions(), ...Object.fromEntries(forms.map(({ key, schema }) => [key, schema])) },
  };
}

function recordSchema(blueprint: Blueprint, maker: SchemaMaker): JsonSchema {
  const { id, years, yearField, fields } = blueprint;
  const edition = editionOf(blueprint);
  // A whole record at once is what `biaoli new` writes.
  const { defaultSnippets, ...schema } = maker.group(fields, recordShape(blueprint), {
    title: id,
    where: '这张表里',
    description: `一份“${id}”的数据${edition === '' ? '' : `（${edition}）`}。`,
    yearsOf: (member) => (member === yearField ? years : null),
  });
  const named: JsonSchema = { required: [form], errorMessage: `缺“${form}”：第一行写“${form}: ${id}”。` };
  return {
    ...schema,
    properties: { [form]: formName([id]), ...schema.properties, [words.record.layout]: layoutSchema },
    allOf: [named, ...(schema.allOf ?? [])],
  };
}

const formName = (ids: readonly string[]): JsonSchema => ({
  title: form,
  description: `填的是哪张表：${ids.join('、')}。`,
  enum: ids,
  errorMessage: `“${form}”后面写表的名称：${ids.join('、')}。`,
});
