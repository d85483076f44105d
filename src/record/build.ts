import type { Origin, Path, Span } from '../base/index.ts';
import type { Field, GroupField, ScalarField, TreeField } from '../blueprint/index.ts';
import { entry, type Node, startOf } from '../source/index.ts';
import { printAmount } from './decimal.ts';
import { parseTarget } from './target/parse.ts';
import type { Target } from './target/types.ts';
import type { GroupValue, ScalarValue, TreeNode, Value } from './types.ts';

/** The values of a record whose shape has been checked. `at` is where a missing part would have to be written. */
export function buildGroup(field: GroupField, node: Node | undefined, path: Path, at: Span): GroupValue {
  const map = node?.kind === 'map' ? node : null;
  const members = field.fields.map((member) => {
    const found = map ? entry(map, member.name) : undefined;
    return [member.name, buildValue(member, found?.value, [...path, member.name], found?.key.span ?? at)] as const;
  });
  return { kind: 'group', field, given: map !== null, members: new Map(members) };
}

function buildValue(field: Field, node: Node | undefined, path: Path, at: Span): Value {
  switch (field.kind) {
    case 'group':
      return buildGroup(field, node, path, at);
    case 'list': {
      const items = node?.kind === 'list' ? node.items : [];
      const built = items.map((item, i) => buildValue(field.item, item, [...path, i], startOf(item.span)));
      const phantom = node !== undefined && built.length === 0 && field.whenEmpty === 'row';
      return { kind: 'list', field, items: phantom ? [buildValue(field.item, undefined, [...path, 0], at)] : built };
    }
    case 'tree':
      return {
        kind: 'tree',
        field,
        at,
        nodes: node === undefined ? [] : buildNodes(field, node, path, at),
      };
    default:
      return buildScalar(field, node, path, at);
  }
}

function buildScalar(field: ScalarField, node: Node | undefined, path: Path, at: Span): ScalarValue {
  if (node?.kind !== 'scalar' || node.blank) {
    const origin: Origin = { kind: 'blank', path, span: node?.span ?? at };
    return { kind: 'scalar', field, text: '', origin, target: targetOf(field, '') };
  }
  const text = field.kind === 'amount' ? printAmount(node.text, field.print) : node.text;
  return {
    kind: 'scalar',
    field,
    text,
    origin: { kind: 'value', path, span: node.span },
    target: targetOf(field, text),
  };
}

const targetOf = (field: ScalarField, text: string): Target | null =>
  field.kind === 'target' ? parseTarget(text) : null;

/** Indicators left empty are printed as one empty row: a header without rows is no table. */
const emptyTree = (field: TreeField, path: Path, at: Span): TreeNode[] => [
  {
    name: '',
    origin: { kind: 'blank', path, span: at },
    below: [],
    rows: buildRows(field, undefined, path, at),
  },
];

function buildNodes(field: TreeField, node: Node, path: Path, at: Span): TreeNode[] {
  if (node.kind !== 'map' || node.entries.length === 0) return emptyTree(field, path, at);
  return node.entries.map(({ key, value }) => {
    const here = [...path, key.text];
    const origin: Origin = { kind: 'key', path: here, span: key.span };
    const below = value.kind === 'map' ? buildNodes(field, value, here, key.span) : [];
    return { name: key.text, origin, below, rows: below.length > 0 ? [] : buildRows(field, value, here, key.span) };
  });
}

/** A name without rows is legal and is printed with one empty row. */
function buildRows(field: TreeField, node: Node | undefined, path: Path, at: Span): GroupValue[] {
  const items = node?.kind === 'list' ? node.items : [];
  if (items.length === 0) return [buildGroup(field.row, undefined, [...path, 0], at)];
  return items.map((item, i) => buildGroup(field.row, item, [...path, i], startOf(item.span)));
}
