import type { Path, Span } from '../base/index.ts';
import type { Field, GroupField } from '../blueprint/index.ts';
import { entry, type Mapping, type Node, startOf } from '../source/index.ts';

/** What stands at a path of a record, as far as the record has it. */
export type Found = {
  /** The field; null below unknown keys. Names of a taxonomy and the rows under them belong to the tree. */
  readonly field: Field | null;
  /** How many names of a taxonomy the path has passed. */
  readonly level: number;
  readonly node: Node | undefined;
  /** The key of what stands there or of the nearest group above it; for an item of a list its beginning. */
  readonly at: Span;
  /** The names a key may have here. */
  readonly names: readonly string[];
};

/** What a record is checked against; `at` is where it names its form, and where a part missing at the top would be looked for. */
export type Checked = { readonly root: GroupField; readonly top: Mapping; readonly at: Span };

/** Walks a path through fields and source together. */
export function fieldAt(path: Path, { root, top, at }: Checked): Found {
  let field: Field | null = root;
  let level = 0;
  let node: Node | undefined = top;
  let place = at;
  for (const part of path) {
    if (typeof part === 'number') {
      node = node?.kind === 'list' ? node.items[part] : undefined;
      if (node) place = beginning(node);
      if (field?.kind === 'list') field = field.item;
      else if (field?.kind === 'tree') field = field.row;
      continue;
    }
    const found: ReturnType<typeof entry> = node?.kind === 'map' ? entry(node, part) : undefined;
    node = found?.value;
    place = found?.key.span ?? place;
    if (field?.kind === 'group') field = field.fields.find(({ name }) => name === part) ?? null;
    else if (field?.kind === 'tree') level += 1;
  }
  return { field, level, node, at: place, names: namesOf(field, level, path) };
}

/** Where an item of a list begins: its first key, or its first character. */
function beginning(node: Node): Span {
  const first = node.kind === 'map' ? node.entries[0] : undefined;
  return first ? first.key.span : startOf(node.span);
}

function namesOf(field: Field | null, level: number, path: Path): readonly string[] {
  if (field?.kind === 'group') return field.fields.map(({ name }) => name);
  if (field?.kind !== 'tree') return [];
  const { levels, aliases } = field.taxonomy;
  if (level === 0) return [...levels.keys()];
  const above = String(path.at(-1));
  return levels.get(aliases.get(above) ?? above) ?? [];
}

/** Whether the value of a field stands in the lines below its name. */
export const isOpened = (field: Field | null): boolean =>
  field !== null && ['group', 'list', 'tree'].includes(field.kind);
