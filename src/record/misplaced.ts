import { flatMap, type Path } from '../base/index.ts';
import type { Field, GroupField } from '../blueprint/index.ts';
import { entry, type Mapping } from '../source/index.ts';
import { fieldAt } from './field-at.ts';

/** A key that stands a level too deep or too high: where it belongs, and how to bring it there. */
export type Misplaced = { readonly home: Path; readonly advice: string };

type Scene = {
  /** The path of the map that the key stands in. */
  readonly path: Path;
  readonly root: GroupField;
  readonly top: Mapping;
};

/** Where a key that is unknown in its place is a field's own name: in a group around it, or in one below it. */
export const misplaced = (key: string, scene: Scene): Misplaced | null => tooDeep(key, scene) ?? tooHigh(key, scene);

/** A key that belongs to a group around its own; the nearest counts. */
export function tooDeep(key: string, { path, root, top }: Scene): Misplaced | null {
  const at = { file: '', start: 0, end: 0 };
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const home = path.slice(0, depth);
    const { field, names, node } = fieldAt(home, { root, top, at });
    const beside = path[depth];
    if (field?.kind !== 'group' || !names.includes(key) || typeof beside !== 'string') continue;
    if (node?.kind === 'map' && entry(node, key)) return null;
    return { home: [...home, key], advice: `“${key}”应和“${beside}”对齐：缩进得太深了，移到和它一样深。` };
  }
  return null;
}

/** A key that belongs to one group below its own, and to one only. */
function tooHigh(key: string, { path, root, top }: Scene): Misplaced | null {
  const at = { file: '', start: 0, end: 0 };
  const { field, node } = fieldAt(path, { root, top, at });
  if (field?.kind === 'tree') {
    const [first] = field.row.fields;
    if (first === undefined || !field.row.fields.some(({ name }) => name === key)) return null;
    const advice =
      first.name === key
        ? `“${key}”写在名称下面的一条里：“- ${key}: ……”。`
        : `“${key}”应和“${first.name}”对齐：写在同一条“- ”下面。`;
    return { home: [...path, key], advice };
  }
  if (field?.kind !== 'group') return null;
  const homes = flatMap(field.fields, (child) => homesIn(child, key, []));
  const [home] = homes;
  if (home === undefined || homes.length > 1) return null;
  const [child = ''] = home;
  const written = node?.kind === 'map' ? entry(node, child)?.value : undefined;
  if (home.length === 2 && written?.kind === 'map' && entry(written, key)) return null;
  const names = home.slice(0, -1).map((name) => `“${name}”`);
  return { home: [...path, ...home], advice: `“${key}”属于${names.join('里的')}：移到它下面，再缩进两格。` };
}

/** The paths of names below a field that lead to fields of this name; items of lists have no name of their own. */
function homesIn(field: Field, key: string, above: readonly string[]): string[][] {
  const path = [...above, field.name];
  const group = field.kind === 'list' ? field.item : field;
  if (group.kind !== 'group') return [];
  return flatMap(group.fields, (child) => (child.name === key ? [[...path, key]] : homesIn(child, key, path)));
}
