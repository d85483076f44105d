import { flatMap } from '../../base/index.ts';
import { type Field, type GroupField, type ListField, type TreeField, words } from '../../blueprint/index.ts';
import { acceptDefinitions } from './accept.ts';
import { factsOf } from './describe.ts';
import { anyOfTypes, refuse, rulesOf } from './refuse.ts';
import { scalarSchema } from './scalar.ts';
import type { Shape } from './shape.ts';
import { groupSnippet } from './snippets.ts';
import { rowShape, treeSchema } from './tree.ts';
import type { JsonSchema } from './types.ts';

/** How a field is shown: its name, and the years that a year may be (null: any). */
type Showing = { readonly title: string; readonly years: readonly number[] | null };

/** What a group shows besides its members: what is said of it, and the years of the member that tells the year. */
export type GroupShowing = {
  readonly title: string;
  /** What a message calls the place its members stand in. */
  readonly where: string;
  readonly description: string;
  readonly yearsOf: (member: string) => readonly number[] | null;
};

/** Makes schemas of groups; what occurs often in them stands once among the definitions. */
export type SchemaMaker = {
  readonly group: (field: GroupField, shape: Shape, showing: GroupShowing) => JsonSchema;
  readonly definitions: () => Readonly<Record<string, JsonSchema>>;
};

const anyYear = () => null;

/** Starts a schema document. */
export function startSchemas(): SchemaMaker {
  const rowDefinitions = new Map<string, JsonSchema>();
  const reserved = { [words.record.accept]: { $ref: '#/definitions/accept' } };

  const group: SchemaMaker['group'] = (field, shape, { title, where, description, yearsOf }) => {
    const members = flatMap(field.fields, (member): (readonly [string, JsonSchema])[] => {
      const { name } = member;
      const inner = shape.members.get(name);
      return inner === undefined ? [] : [[name, fieldSchema(member, inner, { title: name, years: yearsOf(name) })]];
    });
    return {
      title,
      description,
      type: 'object',
      properties: { ...Object.fromEntries(members), ...reserved },
      additionalProperties: false,
      errorMessage: `${where}写“名称: 内容”，可以写的有：${[...shape.members.keys()].join('、')}。`,
      ...rulesOf(shape.required.map((name) => ({ required: [name], errorMessage: `缺“${name}”：加上“${name}:”。` }))),
      ...groupSnippet(field, { label: `${title}：各项一起写`, description }),
    };
  };

  function fieldSchema(field: Field, shape: Shape, { title, years }: Showing): JsonSchema {
    const description = `${factsOf(field).join('；')}。`;
    switch (field.kind) {
      case 'group':
        return group(field, shape, { title, where: `“${title}”里`, description, yearsOf: anyYear });
      case 'list':
        return list(field, shape, description);
      case 'tree':
        return treeSchema(field, shape, { description, rows: rows(field, shape), reserved });
      default:
        return scalarSchema(field, shape, { title, years });
    }
  }

  function list(field: ListField, shape: Shape, description: string): JsonSchema {
    const { name: title, item } = field;
    const wrong = anyOfTypes(['string', 'number', 'boolean', 'object'], shape.mayBeBlank);
    const none = refuse({ type: 'array', maxItems: 0 }, 'object', `“${title}”至少写一项。`);
    return {
      title,
      description,
      ...(shape.item && { items: fieldSchema(item, shape.item, { title: `${title}的一项`, years: null }) }),
      allOf: [
        refuse(wrong, 'array', `“${title}”是一列：下面每项另起一行，以“- ”开头。`),
        ...(shape.mayBeBlank ? [] : [none]),
      ],
    };
  }

  function rows({ name, row }: TreeField, shape: Shape): JsonSchema {
    const one = rowShape(shape);
    if (one === null) return {};
    const key = `row${rowDefinitions.size + 1}`;
    const title = `${name}的一条`;
    const showing = { title, where: `“${title}”里`, description: '一条指标，各栏都写出来。', yearsOf: anyYear };
    rowDefinitions.set(key, group(row, one, showing));
    return { items: { $ref: `#/definitions/${key}` } };
  }

  return { group, definitions: () => ({ ...acceptDefinitions, ...Object.fromEntries(rowDefinitions) }) };
}
