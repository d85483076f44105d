import { flatMap, type Path, pathKey } from '../base/index.ts';
import type { Field, GroupField } from '../blueprint/index.ts';
import { entry, type Mapping, type Node } from '../source/index.ts';
import { fieldAt } from './field-at.ts';

/** A key that stands where it does not belong: where it does, and how to bring it there. */
export type Misplaced = {
  readonly home: Path;
  readonly advice: string;
  /** What the keys beside it that belong to the same are told with, all at once. */
  readonly together?: Path;
  /** It may be said that these are to go the same way. */
  readonly isAlike?: true;
  /** It is a name of a taxonomy, and stands among other names of it. */
  readonly isName?: true;
};

type Scene = {
  /** The path of the map that the key stands in. */
  readonly path: Path;
  readonly root: GroupField;
  readonly top: Mapping;
};

/** Where something is missing does not matter here. */
const nowhere = { file: '', start: 0, end: 0 };

/**
 * Where a key that is unknown in its place is a field's own name: in a group around it, in one below it, or elsewhere; or a
 * name of the taxonomy that it stands in.
 */
export const misplaced = (key: string, scene: Scene): Misplaced | null =>
  tooDeep(key, scene) ?? tooHigh(key, scene) ?? amongNames(key, scene) ?? elsewhere(key, scene);

/** A key that belongs to a group around its own; the nearest counts. */
export function tooDeep(key: string, { path, root, top }: Scene): Misplaced | null {
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const home = path.slice(0, depth);
    const { field, names, node } = fieldAt(home, { root, top, at: nowhere });
    const beside = path[depth];
    if (field?.kind !== 'group' || !names.includes(key) || typeof beside !== 'string') continue;
    if (node?.kind === 'map' && entry(node, key)) return null;
    return { home: [...home, key], advice: `“${key}”应和“${beside}”对齐：缩进得太深了，移到和它一样深。` };
  }
  return null;
}

/** A key that belongs to one group below its own, and to one only. */
function tooHigh(key: string, { path, root, top }: Scene): Misplaced | null {
  const { field, node } = fieldAt(path, { root, top, at: nowhere });
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
  const [child = ''] = home.path;
  const written = node?.kind === 'map' ? entry(node, child)?.value : undefined;
  if (home.path.length === 2 && written?.kind === 'map' && entry(written, key)) return null;
  return { home: [...path, ...home.path], advice: `${belongs(home)}：${bringTo(home)}` };
}

/** A name of a taxonomy that stands in the wrong place of it. */
function amongNames(key: string, { path, root, top }: Scene): Misplaced | null {
  const { field, level, node, names } = fieldAt(path, { root, top, at: nowhere });
  if (field?.kind !== 'tree') return null;
  const { levels, aliases } = field.taxonomy;
  const name = aliases.get(key) ?? key;
  const tree = path.slice(0, path.length - level);
  const above = String(path.at(-1));
  if (level > 0 && levels.has(name)) {
    const home = [...tree, name];
    return { home, advice: `它是一级名称：和“${above}”对齐，不要缩进在它下面。`, together: home, isName: true };
  }
  const homes = flatMap([...levels], ([home, below]) => (below.includes(name) ? [home] : []));
  const [only] = homes;
  if (only === undefined) return null;
  const home = [...tree, only, name];
  const inTree = namesIn(fieldAt(tree, { root, top, at: nowhere }).node, aliases);
  const beside = namesIn(node, aliases);
  const isEnd = !beside.slice(beside.indexOf(name)).some((one) => names.includes(one));
  if (level === 0 || homes.length > 1 || inTree.includes(only) || !isEnd)
    return { home, advice: `把它移到${homes.map((one) => `“${one}”`).join('或')}下面。`, isName: true };
  const advice = `它属于“${only}”：在它上面补一行“${only}:”，和“${above}”对齐。`;
  return { home, advice, together: home.slice(0, -1), isName: true };
}

const namesIn = (node: Node | undefined, aliases: ReadonlyMap<string, string>): readonly string[] =>
  node?.kind === 'map' ? node.entries.map(({ key: { text } }) => aliases.get(text) ?? text) : [];

/** A key that belongs to groups or rows that are neither around its own nor below it. */
function elsewhere(key: string, { path, root, top }: Scene): Misplaced | null {
  const homes = flatMap(root.fields, (child) => homesIn(child, key, []));
  const [home] = homes;
  if (home === undefined) return null;
  if (homes.length > 1) {
    const names = new Set(homes.map((one) => `“${one.path.at(-2)}”`));
    return { home: [...path, key], advice: `它是${[...names].join('、')}里的一项：该在哪里就移到哪里，多余的就删掉。` };
  }
  const above = home.path.slice(0, -1);
  const { node } = fieldAt(above, { root, top, at: nowhere });
  if (node?.kind === 'map' && entry(node, key)) return null;
  const advice = `${belongs(home)}：${bringTo(home)}`;
  if (home.isInItem) return { home: home.path, advice };
  const beside = path.at(-1);
  const isBeside = pathKey(above.slice(0, -1)) === pathKey(path.slice(0, -1)) && typeof beside === 'string';
  if (node !== undefined || !isBeside) return { home: home.path, advice, together: above, isAlike: true };
  const line = `在“${key}”上面补一行“${above.at(-1)}:”，和“${beside}”对齐。`;
  return { home: home.path, advice: `${belongs(home)}：${line}`, together: above };
}

const belongs = ({ path }: Home): string => {
  const above = path.slice(0, -1).map((name) => `“${name}”`);
  return `“${path.at(-1)}”属于${above.join('里的')}`;
};

const bringTo = ({ isInItem }: Home): string => (isInItem ? '移到它的一条“- ”下面。' : '移到它下面，再缩进两格。');

/** Where a name belongs; items of lists and rows of taxonomies have no name of their own, so that these are told by `isInItem`. */
type Home = { readonly path: readonly string[]; readonly isInItem: boolean };

/** Where below a field there are fields of this name, or it in a taxonomy. */
function homesIn(field: Field, key: string, above: readonly string[]): Home[] {
  const path = [...above, field.name];
  if (field.kind === 'tree') {
    const isInItem = field.row.fields.some(({ name }) => name === key);
    return isInItem || field.taxonomy.levels.has(key) ? [{ path: [...path, key], isInItem }] : [];
  }
  const group = field.kind === 'list' ? field.item : field;
  if (group.kind !== 'group') return [];
  return flatMap(group.fields, (child) =>
    child.name === key ? [{ path: [...path, key], isInItem: field.kind === 'list' }] : homesIn(child, key, path),
  );
}
