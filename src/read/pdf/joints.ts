/** Things that are joined one by one to sets; `find` gives the least of a set. */
export type Joints = { readonly find: (thing: number) => number; readonly join: (a: number, b: number) => void };

/** The numbers below `count`, each at first a set of its own, as trees in an array (union-find). */
export function joints(count: number): Joints {
  const parent = Int32Array.from({ length: count }, (_, thing) => thing);
  const find = (thing: number): number => {
    let at = thing;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  return {
    find,
    join: (a, b) => {
      const [first, second] = [find(a), find(b)];
      parent[Math.max(first, second)] = Math.min(first, second);
    },
  };
}
