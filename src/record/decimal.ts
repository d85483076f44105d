import type { AmountPrint } from '../blueprint/index.ts';

/** An exact decimal: `units` × 10^-`scale`. */
export type Decimal = { readonly units: bigint; readonly scale: number };

/** Digits with or without thousands grouped by commas, and a decimal part. */
export const amountPattern = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** Reads a text that matches {@link amountPattern}. */
export function parseDecimal(text: string): Decimal {
  const [whole = '0', fraction = ''] = text.replaceAll(',', '').split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale) + rescale(b, scale), scale };
}

export const equalDecimals = (a: Decimal, b: Decimal): boolean => {
  const scale = Math.max(a.scale, b.scale);
  return rescale(a, scale) === rescale(b, scale);
};

const rescale = ({ units, scale }: Decimal, to: number): bigint => units * 10n ** BigInt(to - scale);

/** All its digits, trailing zeros of the fraction trimmed. */
export function plainDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale > 0 && fraction !== '' ? `.${fraction}` : ''}`;
}

/** An amount as the form prints it: padded and grouped, never rounded; null prints it as typed. */
export function printAmount(typed: string, print: AmountPrint | null): string {
  if (print === null) return typed;
  const [whole = '', fraction = ''] = typed.replaceAll(',', '').split('.');
  const grouped = print.group ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const padded = fraction.padEnd(print.decimals, '0');
  return padded === '' ? grouped : `${grouped}.${padded}`;
}
