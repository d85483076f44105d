/** Compares paths folder by folder, names as {@link compareNames} does. */
export const comparePaths = (a: string, b: string): number => compareLists(a.split('/'), b.split('/'), compareNames);

/**
 * Compares names as a Chinese desk sorts them, whatever the computer's language: digits by what they count, Han by
 * pinyin as GB/T 2312 has the common ones, all else by its code point.
 */
const compareNames = (a: string, b: string): number =>
  compareLists(piecesOf(a), piecesOf(b), comparePieces) || compareTexts(a, b);

/** Compares lists by their first texts that differ, a shorter one before one that goes on. */
function compareLists(
  left: readonly string[],
  right: readonly string[],
  compare: (a: string, b: string) => number,
): number {
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = compare(left[i] as string, right[i] as string);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Runs of digits, and all other characters one by one. */
const piecesOf = (name: string): readonly string[] => name.normalize('NFC').match(/\d+|[^\d]/gu) ?? [];

function comparePieces(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) {
    const [left, right] = [a.replace(/^0+(?=\d)/u, ''), b.replace(/^0+(?=\d)/u, '')];
    return left.length - right.length || compareTexts(left, right);
  }
  return weightOf(a) - weightOf(b);
}

const isNumber = (piece: string): boolean => /^\d/u.test(piece);
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Han of GB/T 2312 stand between what comes before Han in Unicode and the rarer Han, which keep Unicode's order. */
const HAN = 0x3400;
const COMMON = 0x10000;

function weightOf(piece: string): number {
  const codePoint = piece.codePointAt(0) ?? 0;
  if (codePoint < HAN) return codePoint;
  orders ??= readOrders();
  return orders.get(piece) ?? codePoint + 2 * COMMON;
}

/** By character: its place in GB/T 2312, whose first level is in the order of pinyin and whose second in that of radicals. */
let orders: ReadonlyMap<string, number> | null = null;

function readOrders(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, number>();
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) found.set(character, COMMON + row * 0x100 + cell - 0xb000);
    }
  return found;
}
