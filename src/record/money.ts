/** Multiples of 元 by the words before it, as powers of ten. */
const powers: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['十万', 5],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
]);

/** The power of ten of a word such as 万, 百万, 亿 or none; undefined for other words. */
export const powerOf = (multiple: string): number | undefined => powers.get(multiple);

/** The power of ten of a unit such as 元 or 万元; null for units that are no multiple of 元. */
export const yuanPower = (unit: string): number | null =>
  unit.endsWith('元') ? (powers.get(unit.slice(0, -1)) ?? null) : null;
