import type { Code } from '../base/index.ts';
import { type AmountField, yuanPower } from '../blueprint/index.ts';
import { amountPattern, type Decimal, parseDecimal, plainDecimal, shiftDecimal } from './decimal.ts';
import { parseSpoken } from './money.ts';

/** What an amount ought to be and what to write instead. */
export type AmountFault = { readonly code: Code; readonly wanted: string; readonly advice: string };

/** What an amount ought to be, in words. */
export const wantedAmount = (unit: string): string => (unit === '' ? '数字' : `数字（${unit}）`);

/** Why a text is no amount of a field; the advice has the literal digits where they can be known. */
export function explainAmount(typed: string, field: AmountField): AmountFault {
  const { unit, mayBeNegative } = field;
  const meant = meantAmount(typed, unit);
  if (meant !== null && meant.value.units < 0n && !mayBeNegative) {
    return {
      code: 'A17',
      wanted: '不小于 0 的数字',
      advice: `这里的${isMoney(unit) ? '金额' : '数'}不能是负数，请核对。`,
    };
  }
  const wanted = wantedAmount(unit);
  const exponential = meant === null ? fromExponential(typed) : null;
  if (exponential !== null) {
    const advice = `这是 Excel 的写法，尾数可能已经舍去：核对原数，如果正好是 ${exponential}，就写成 ${exponential}。`;
    return { code: 'R004', wanted, advice };
  }
  if (meant === null) return { code: 'R004', wanted, advice: adviseDigits(typed, field) };
  const literal = plainDecimal(meant.value);
  if (!meant.grouped) return { code: 'R004', wanted, advice: `写成 ${literal}。` };
  return {
    code: 'R004',
    wanted,
    advice: `逗号应每三位一个，也可以不写：核对原数，如果是 ${literal}，就写成 ${literal}。`,
  };
}

/** The digits of the amount that a text means beyond doubt; null where it means none of a field. */
export function amountDigits(typed: string, { unit, mayBeNegative }: AmountField): string | null {
  const meant = meantAmount(typed, unit);
  if (meant === null || meant.grouped || (meant.value.units < 0n && !mayBeNegative)) return null;
  return plainDecimal(meant.value);
}

/** The digits of a number as spreadsheets shorten it (8.4E+06); null for all else. */
function fromExponential(typed: string): string | null {
  const { number = '', power = '' } =
    /^(?<number>-?\d{1,9}(?:\.\d{1,15})?)E(?<power>[+-]\d{2})$/iu.exec(typed.trim())?.groups ?? {};
  return number === '' ? null : plainDecimal(shiftDecimal(parseDecimal(number), Number(power)));
}

function adviseDigits(typed: string, { unit, mayBeBlank }: AmountField): string {
  if (!/\p{Nd}/u.test(typed)) return `只写数字；没有就写 0${mayBeBlank ? '，还不知道就空着' : ''}。`;
  return `只写数字，例如 ${examplesIn(unit)}。`;
}

/** Amounts without a unit are money as a rule. */
const isMoney = (unit: string): boolean => unit === '' || yuanPower(unit) !== null;

const examplesIn = (unit: string): string =>
  !isMoney(unit) ? '3 或 1.5' : (yuanPower(unit) ?? 0) > 0 ? '840 或 3,109.75' : '8400000 或 8,400,000.00';

/** The amount that a text most likely means, in the field's unit; `grouped` where its commas stand at odd places. */
function meantAmount(typed: string, unit: string): { readonly value: Decimal; readonly grouped: boolean } | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s￥¥]/g, '')
    .replace(/^[−–—]/, '-')
    .replace(/^\+(?=\d)|(?<=\d[^\d]{0,3})[,;。、]+$/g, '');
  const spoken = parseSpoken(text);
  if (spoken === null) return null;
  const { number } = spoken;
  // ¥5 is said in 元, whatever the unit of the column.
  const power = spoken.power ?? (/[￥¥]/.test(typed) && yuanPower(unit) !== null ? 0 : null);
  const value = shiftDecimal(parseDecimal(number), power === null ? 0 : power - (yuanPower(unit) ?? 0));
  return { value, grouped: number.includes(',') && !amountPattern.test(number) };
}
