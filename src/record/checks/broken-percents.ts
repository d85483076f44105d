import { parseItem } from '../target/parts.ts';

/** Percentages that slipped from the finger, each with what makes it right; null where only the author knows. */
const slips: readonly { readonly seen: RegExp; readonly right: ((found: string) => string) | null }[] = [
  // 10O% and 9l%: letters that look like digits.
  { seen: /(?<![A-Za-z\d.])(?=[OoIl.]*\d)[\d.]*[OoIl][\dOoIl.]*(?=\s?[%‰℅])/gu, right: asDigits },
  { seen: /%{2,}/gu, right: () => '%' },
  { seen: /(?<=\d\s?)℅/gu, right: () => '%' },
  { seen: /([≥≤≧≦<>])\1+/gu, right: (found) => found.slice(0, 1) },
  { seen: /(?<![\d.])\d+\.\d+\.[\d.]*\s?%/gu, right: null },
];

function asDigits(found: string): string {
  return found.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
}

/** Whether a folded text has a percentage that is none as it stands. */
export const isBroken = (folded: string): boolean => slips.some(({ seen }) => folded.search(seen) >= 0);

/** The percentage that was meant by a folded text; null where that is not certain. */
export function mendedPercent(folded: string): string | null {
  const mended = slips.reduce((text, { seen, right }) => (right === null ? text : text.replace(seen, right)), folded);
  if (mended === folded || isBroken(mended)) return null;
  const item = parseItem(mended);
  return item?.kind === 'quantity' && item.quantity.percent ? mended : null;
}
