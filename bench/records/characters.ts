import { type Random, startRandom } from './random.ts';

/** The characters of rows of GB 2312; row 55 has but 89. */
function charactersOf(first: number, last: number): string[] {
  const bytes: number[] = [];
  for (let row = first; row <= last; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  return [...new TextDecoder('gb18030', { fatal: true }).decode(Uint8Array.from(bytes))];
}

/** GB 2312 level 1, the 3,755 common characters, and level 2, the 3,008 rare ones. */
const commonCharacters = () => charactersOf(0xb0, 0xd7);
const rareCharacters = () => charactersOf(0xd8, 0xf7);

/** One character in so many is a rare one, as in names of persons and places. */
const RARE = 300;

/**
 * Draws common characters as often as running Chinese text uses its own: the first 500 of 3,755 are some 79 % of it,
 * the first 1,500 some 93 % (Zipf and Mandelbrot's law). Which ones are the frequent is drawn by lot, as the standard
 * has them in the order of their sounds. Now and then a rare one comes.
 */
export function characterSource(seed: number): (random: Random) => string {
  const pool = shuffled(commonCharacters(), startRandom(seed, -1));
  const rare = rareCharacters();
  const upTo = new Float64Array(pool.length);
  let total = 0;
  for (let rank = 0; rank < pool.length; rank += 1) {
    total += (rank + 51) ** -1.5;
    upTo[rank] = total;
  }
  return (random) => {
    if (random() * RARE < 1) return rare[Math.floor(random() * rare.length)] as string;
    const drawn = random() * total;
    let low = 0;
    let high = pool.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((upTo[middle] as number) > drawn) high = middle;
      else low = middle + 1;
    }
    return pool[low] as string;
  };
}

function shuffled(list: readonly string[], random: Random): string[] {
  const order = list.map((item) => ({ item, key: random() }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
