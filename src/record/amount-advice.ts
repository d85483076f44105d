import { amountPattern, parseDecimal, plainDecimal } from './decimal.ts';

const powers: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/** What to write instead of a text that is no amount: the literal digits where they can be known. */
export function adviseAmount(typed: string, unit: string): string {
  const text = typed.normalize('NFKC').replace(/[\s￥¥]/g, '');
  const match = /^(-?[\d,]+(?:\.\d+)?)(百万|千万|千|万|亿)?(元)?$/.exec(text);
  const digits = match?.[1]?.replaceAll(',', '') ?? '';
  if (!match || !amountPattern.test(digits)) return '只写数字，例如 8400000 或 8,400,000.00。';
  const said = match[2] ?? '';
  const inYuan = said !== '' || match[3] !== undefined;
  const power = inYuan ? (powers[said] ?? 0) - (powers[unit.replace(/元$/, '')] ?? 0) : 0;
  return `写成 ${shift(digits, power)}。`;
}

function shift(digits: string, power: number): string {
  const { units, scale } = parseDecimal(digits);
  return power >= scale
    ? plainDecimal({ units: units * 10n ** BigInt(power - scale), scale: 0 })
    : plainDecimal({ units, scale: scale - power });
}
