/** Two texts as tokens. */
export type Edits = { readonly before: readonly string[]; readonly after: readonly string[] };

type Step = { readonly kind: 'same' | 'removed' | 'added'; readonly token: string };

/** More steps than this are not looked for: such texts have little in common, and memory grows with their square. */
const MOST_STEPS = 600;

/**
 * The fewest tokens removed and added that turn one text into the other, by Myers' O(ND) algorithm ("An O(ND)
 * Difference Algorithm and Its Variations", 1986); texts with too little in common are replaced as a whole.
 */
export function shortestEdits({ before, after }: Edits): readonly Step[] {
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  const same = (token: string): Step => ({ kind: 'same', token });
  return [
    ...before.slice(0, head).map(same),
    ...(walkBack({ before: left, after: right }) ?? replaced(left, right)),
    ...before.slice(before.length - tail).map(same),
  ];
}

const replaced = (left: readonly string[], right: readonly string[]): readonly Step[] => [
  ...left.map((token): Step => ({ kind: 'removed', token })),
  ...right.map((token): Step => ({ kind: 'added', token })),
];

function commonHead(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function commonTail(a: readonly string[], b: readonly string[], head: number): number {
  let count = 0;
  while (count < a.length - head && count < b.length - head && a[a.length - 1 - count] === b[b.length - 1 - count])
    count += 1;
  return count;
}

/** The furthest old token reached on each diagonal, for each number of steps; null where it takes too many. */
function reach({ before, after }: Edits): readonly Int32Array[] | null {
  const rounds: Int32Array[] = [];
  const most = Math.min(before.length + after.length, MOST_STEPS);
  let reached = new Int32Array(2 * most + 3);
  for (let steps = 0; steps <= most; steps += 1) {
    rounds.push(reached);
    const next = reached.slice();
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = startOn(reached, { diagonal, steps, middle: most + 1 });
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      next[diagonal + most + 1] = x;
      if (x >= before.length && x - diagonal >= after.length) return rounds;
    }
    reached = next;
  }
  return null;
}

type Diagonal = { readonly diagonal: number; readonly steps: number; readonly middle: number };

/** Whether the way to a diagonal adds a token (down) rather than removes one. */
function comesDown(reached: Int32Array, { diagonal, steps, middle }: Diagonal): boolean {
  const above = reached[middle + diagonal + 1] as number;
  const beside = reached[middle + diagonal - 1] as number;
  return diagonal === -steps || (diagonal !== steps && beside < above);
}

function startOn(reached: Int32Array, at: Diagonal): number {
  const { diagonal, middle, steps } = at;
  if (steps === 0) return 0;
  return comesDown(reached, at)
    ? (reached[middle + diagonal + 1] as number)
    : (reached[middle + diagonal - 1] as number) + 1;
}

function walkBack({ before, after }: Edits): readonly Step[] | null {
  const rounds = reach({ before, after });
  if (rounds === null) return null;
  const middle = Math.min(before.length + after.length, MOST_STEPS) + 1;
  const steps: Step[] = [];
  let x = before.length;
  let y = after.length;
  const takeSame = (until: number): void => {
    while (x > until) {
      x -= 1;
      y -= 1;
      steps.push({ kind: 'same', token: before[x] as string });
    }
  };
  for (let round = rounds.length - 1; round > 0; round -= 1) {
    const at = { diagonal: x - y, steps: round, middle };
    const reached = rounds[round] as Int32Array;
    const down = comesDown(reached, at);
    takeSame(startOn(reached, at));
    if (down) {
      y -= 1;
      steps.push({ kind: 'added', token: after[y] as string });
    } else {
      x -= 1;
      steps.push({ kind: 'removed', token: before[x] as string });
    }
  }
  takeSame(0);
  return steps.reverse();
}
