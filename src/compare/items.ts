import type { Path } from '../base/index.ts';
import type { GroupValue, ListValue, ScalarValue, TreeNode, TreeValue, Value } from '../record/index.ts';
import type { Row, RowValue } from './types.ts';

/** A row of a list or of indicators, or a heading of indicators, as something to be found again in another record. */
export type Item = {
  readonly kind: 'row' | 'heading' | 'text';
  readonly row: Row;
  /** Everything printed in it besides its name. */
  readonly rest: string;
  /** The names of its values: rows of one shape may change places between lists. */
  readonly shape: string;
  readonly ordinal: number;
  readonly path: Path;
  readonly value: GroupValue | ScalarValue | TreeNode;
};

/** Where values stand: the path of a list or of a heading, and what its rows are called. */
export type Home = { readonly path: Path; readonly noun: string };

/** The rows of a list; one empty row stands for none. */
export function itemsOfList({ items }: ListValue, home: Home): readonly Item[] {
  const all = items.map((value, i): Item => {
    const path = [...home.path, i];
    if (value.kind === 'group') return itemOfRow(value, { ...home, path }, i);
    const values = value.kind === 'scalar' ? [{ name: '', text: value.text, path }] : [];
    return {
      kind: 'text',
      row: { noun: home.noun, name: '', values },
      rest: printOf(value),
      shape: '',
      ordinal: i + 1,
      path,
      value: value as ScalarValue,
    };
  });
  return withoutEmpty(all);
}

/** The rows right below a heading of indicators; `noun` is the name of their first column. */
export const itemsOfRows = (rows: readonly GroupValue[], path: Path): readonly Item[] =>
  withoutEmpty(rows.map((row, i) => itemOfRow(row, { path: [...path, i], noun: firstColumnOf(row) }, i)));

/** Headings of indicators of one level. */
export const itemsOfNodes = (nodes: readonly TreeNode[], path: Path): readonly Item[] =>
  nodes
    .filter(({ name }) => name !== '')
    .map((node, i) => ({
      kind: 'heading',
      row: { noun: '', name: node.name, values: [] },
      rest: [...node.below.map(printOfNode), ...node.rows.map(printOf)].join('\n'),
      shape: '',
      ordinal: i + 1,
      path: [...path, node.name],
      value: node,
    }));

/** A tree without indicators has one nameless heading with one empty row. */
export const isEmptyTree = ({ nodes }: TreeValue): boolean => nodes.every(({ name }) => name === '');

function itemOfRow(value: GroupValue, { path, noun }: Home, position: number): Item {
  const values = scalarsOf(value, path, '');
  const [first, ...others] = [...value.members.values()];
  const named = first?.kind === 'scalar';
  return {
    kind: 'row',
    row: { noun, name: named ? first.text : '', values },
    rest: (named ? others : [...value.members.values()]).map(printOf).join('\n'),
    shape: values.map(({ name }) => name).join('\n'),
    ordinal: position + 1,
    path,
    value,
  };
}

/** What the first column of a row is called: by it rows of indicators are known. */
const firstColumnOf = ({ members }: GroupValue): string => members.keys().next().value ?? '';

/** The values of a row without those of lists in it, which are rows of their own. */
function scalarsOf(group: GroupValue, path: Path, prefix: string): readonly RowValue[] {
  return [...group.members].flatMap(([name, member]) => {
    const here = [...path, name];
    if (member.kind === 'scalar') return [{ name: prefix + name, text: member.text, path: here }];
    return member.kind === 'group' ? scalarsOf(member, here, `${prefix}${name} › `) : [];
  });
}

const withoutEmpty = (items: readonly Item[]): readonly Item[] =>
  items.length === 1 && items[0]?.row.name === '' && /^\n*$/.test(items[0].rest) ? [] : items;

function printOf(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return value.text;
    case 'group':
      return [...value.members.values()].map(printOf).join('\n');
    case 'list':
      return value.items.map(printOf).join('\n');
    case 'tree':
      return value.nodes.map(printOfNode).join('\n');
  }
}

const printOfNode = ({ name, below, rows }: TreeNode): string =>
  [name, ...below.map(printOfNode), ...rows.map(printOf)].join('\n');

/** The same without anything in it. */
export function emptied<V extends Value | TreeNode>(value: V): V {
  if ('below' in value) return { ...value, below: [], rows: [] };
  switch (value.kind) {
    case 'scalar':
      return { ...value, text: '' };
    case 'group':
      return { ...value, members: new Map([...value.members].map(([name, member]) => [name, emptied(member)])) };
    case 'list':
      return { ...value, items: [] };
    case 'tree':
      return { ...value, nodes: [] };
  }
  return value;
}
