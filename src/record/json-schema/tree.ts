import type { TreeField } from '../../blueprint/index.ts';
import { anyOfTypes, refuse } from './refuse.ts';
import type { Shape } from './shape.ts';
import type { JsonSchema } from './types.ts';

/** What stands in every place of a tree: the items of its rows, and keys that every map may have. */
export type TreeParts = {
  readonly description: string;
  readonly rows: JsonSchema;
  readonly reserved: Readonly<Record<string, JsonSchema>>;
};

/** Indicators in levels: names of the taxonomy and their aliases, and rows where they may stand. */
export function treeSchema({ name: title, taxonomy }: TreeField, shape: Shape, parts: TreeParts): JsonSchema {
  const { description, rows, reserved } = parts;
  const [first = ''] = shape.members.keys();
  return {
    title,
    description,
    ...names(shape, ([name, below]) => (below.members.size === 0 ? rowsUnder(name) : level(name, below))),
    allOf: [
      refuse(
        anyOfTypes(['string', 'number', 'boolean', 'array'], shape.mayBeBlank),
        'object',
        `“${title}”下面缩进写各个一级名称，例如“${first}:”。`,
      ),
    ],
  };

  function level(name: string, below: Shape): JsonSchema {
    const [second = ''] = below.members.keys();
    return {
      ...named(name),
      ...names(below, ([inner]) => rowsUnder(inner)),
      ...rows,
      allOf: [
        refuse(
          anyOfTypes(['string', 'number', 'boolean'], true),
          'object',
          `“${name}”下面缩进写各个二级名称，例如“${second}:”；也可以直接一条一条写，以“- ”开头。`,
        ),
      ],
    };
  }

  function rowsUnder(name: string): JsonSchema {
    const message = `“${name}”下面每条另起一行，以“- ”开头；一条也没有就写 []。`;
    return {
      ...named(name),
      ...rows,
      allOf: [refuse(anyOfTypes(['string', 'number', 'boolean', 'object'], true), 'array', message)],
    };
  }

  function named(name: string): JsonSchema {
    const known = taxonomy.aliases.get(name);
    return { title: name, description: known === undefined ? `“${title}”的名目。` : `“${known}”的另一种叫法。` };
  }

  function names({ members }: Shape, schemaOf: (member: readonly [string, Shape]) => JsonSchema): JsonSchema {
    return {
      properties: { ...Object.fromEntries([...members].map((one) => [one[0], schemaOf(one)])), ...reserved },
      additionalProperties: false,
      errorMessage: `这里可以写的名称：${[...members.keys()].join('、')}。`,
    };
  }
}

/** What a row of a tree looks like; it is the same wherever rows stand. */
export const rowShape = (shape: Shape): Shape | null =>
  shape.item ?? [...shape.members.values()].reduce<Shape | null>((found, one) => found ?? rowShape(one), null);
