import { flatMap } from '../../../base/index.ts';
import { words } from '../../../blueprint/index.ts';

/** What people call an expression, before it is known which of its names have to be told apart. */
export type Title = PathTitle | { readonly kind: 'number'; readonly text: string } | CallTitle;

/** `list` is the last list or tree of indicators on the way; empty where there is none. */
export type PathTitle = { readonly kind: 'path'; readonly names: readonly string[]; readonly list: string };

type CallTitle = { readonly kind: 'call'; readonly called: string; readonly of: readonly Title[] };

/** How many of its last names a path is called by, by its names; 1 where a path is not there. */
export type Depths = ReadonlyMap<string, number>;

const { sum, difference, product } = words.functions;

const keyOf = ({ names }: PathTitle): string => names.join('\0');

/** Paths that end in one name need as many more names as tell them apart. */
export function depthsOf(titles: readonly Title[]): Depths {
  const byLeaf = new Map<string, Map<string, readonly string[]>>();
  for (const path of flatMap(titles, pathsIn)) {
    const leaf = path.names.at(-1) ?? '';
    const alike = byLeaf.get(leaf) ?? new Map<string, readonly string[]>();
    byLeaf.set(leaf, alike.set(keyOf(path), path.names));
  }
  return new Map(
    flatMap([...byLeaf.values()], (alike) => {
      const depth = depthFor([...alike.values()]);
      return [...alike.keys()].map((key) => [key, depth] as const);
    }),
  );
}

function depthFor(paths: readonly (readonly string[])[]): number {
  const deepest = Math.max(...paths.map(({ length }) => length));
  for (let depth = 1; depth < deepest; depth += 1)
    if (new Set(paths.map((names) => names.slice(-depth).join('\0'))).size === paths.length) return depth;
  return deepest;
}

const pathsIn = (title: Title): readonly PathTitle[] => {
  if (title.kind === 'path') return [title];
  return title.kind === 'call' ? flatMap(title.of, pathsIn) : [];
};

const none: Depths = new Map();

/** A title in words. */
export function titleText(title: Title, depths: Depths = none): string {
  switch (title.kind) {
    case 'number':
      return title.text;
    case 'path':
      return partsOf(title, depths).join('的');
    case 'call':
      return callText(title, depths);
  }
}

function partsOf(path: PathTitle, depths: Depths): readonly string[] {
  const last = path.names.slice(-(depths.get(keyOf(path)) ?? 1));
  return path.list === '' || last.includes(path.list) ? last : [path.list, ...last];
}

function callText({ called, of }: CallTitle, depths: Depths): string {
  const all = of.map((title) => titleText(title, depths));
  const [first = '', second = ''] = all;
  if (called === difference) return all.join('减');
  if (called === product) return productText(of, first, second);
  const joined = sharedLeaf(of, depths) ?? enumerated(all);
  return called === sum ? `${joined}合计` : `${joined}中${called}的`;
}

function productText([one, other]: readonly Title[], first: string, second: string): string {
  if (one?.kind === 'number') return `${second}的 ${first} 倍`;
  return other?.kind === 'number' ? `${first}的 ${second} 倍` : `${first}乘${second}`;
}

/** 甲的数 and 乙的数 are 甲和乙的数; null where the parts have no last name in common. */
function sharedLeaf(of: readonly Title[], depths: Depths): string | null {
  const parts = of.map((title) => (title.kind === 'path' ? partsOf(title, depths) : []));
  const leaf = parts[0]?.at(-1) ?? '';
  if (parts.length < 2 || parts.some((names) => names.length < 2 || names.at(-1) !== leaf)) return null;
  return `${enumerated(parts.map((names) => names.slice(0, -1).join('的')))}的${leaf}`;
}

const enumerated = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join('、')}和${all.at(-1)}`;
