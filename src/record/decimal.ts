import type { AmountPrint } from '../blueprint/index.ts';

/** An exact decimal: `units` × 10^-`scale`. */
export type Decimal = { readonly units: bigint; readonly scale: number };

/** A whole number as a decimal. */
export const wholeDecimal = (number: number): Decimal => ({ units: BigInt(number), scale: 0 });

export const ZERO = wholeDecimal(0);
export const ONE = wholeDecimal(1);
export const HUNDRED = wholeDecimal(100);

const digits = '(?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:,\\d{3})+)(?:\\.\\d+)?';

/** Digits with or without thousands grouped by commas, no zeros before them, and a decimal part. */
export const amountPattern = new RegExp(`^-?${digits}$`);
export const positivePattern = new RegExp(`^${digits}$`);

/** Reads a text that matches {@link amountPattern}. */
export function parseDecimal(text: string): Decimal {
  const [whole = '0', fraction = ''] = text.replaceAll(',', '').split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale) + rescale(b, scale), scale };
}

/** The sum of none is 0. */
export const sumOfDecimals = (all: readonly Decimal[]): Decimal => all.reduce(addDecimals, ZERO);

export const subtractDecimals = (a: Decimal, b: Decimal): Decimal => addDecimals(a, { ...b, units: -b.units });

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

export const absoluteDecimal = (a: Decimal): Decimal => (a.units < 0n ? { ...a, units: -a.units } : a);

/** Below 0 where `a` is less than `b`, 0 where they are equal, above 0 where it is more. */
export const compareDecimals = (a: Decimal, b: Decimal): number => {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [rescale(a, scale), rescale(b, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
};

export const equalDecimals = (a: Decimal, b: Decimal): boolean => compareDecimals(a, b) === 0;

const rescale = ({ units, scale }: Decimal, to: number): bigint => units * 10n ** BigInt(to - scale);

/** The decimal multiplied by ten to a power. */
export const shiftDecimal = ({ units, scale }: Decimal, power: number): Decimal =>
  power >= scale ? { units: units * 10n ** BigInt(power - scale), scale: 0 } : { units, scale: scale - power };

/** All its digits, trailing zeros of the fraction trimmed. */
export function plainDecimal({ units, scale }: Decimal): string {
  const all = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const fraction = all.slice(all.length - scale).replace(/0+$/, '');
  const whole = all.slice(0, all.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale > 0 && fraction !== '' ? `.${fraction}` : ''}`;
}

/** A number as the form prints amounts; typed amounts are shown so beside it, without what their author padded. */
export const printDecimal = (value: Decimal, print: AmountPrint | null): string =>
  printAmount(plainDecimal(value), print);

/** An amount as the form prints it: padded and grouped, never rounded; null prints it as typed. */
export function printAmount(typed: string, print: AmountPrint | null): string {
  if (print === null) return typed;
  const [whole = '', fraction = ''] = typed.replaceAll(',', '').split('.');
  const grouped = print.group ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const padded = fraction.padEnd(print.decimals, '0');
  return padded === '' ? grouped : `${grouped}.${padded}`;
}
