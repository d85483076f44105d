import { type AmountField, type ScalarField, yearPattern } from '../blueprint/index.ts';
import { amountPattern, equalDecimals, parseDecimal, positivePattern } from './decimal.ts';
import { wantedAmount } from './explain-amount.ts';
import { countPattern } from './schema.ts';
import { fold } from './target/fold.ts';

/** What an author would type for a printed text, or what the field wants instead. */
export type Parsed = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly wanted: string };

/**
 * The way back from a printed text to what an author types: the other half of `printAmount`. Digits of full width are
 * digits, thousands and padding that the form prints are left out. `typed` is what stands in the record now; a number
 * that is the same keeps its digits, another one is typed in the same manner.
 */
export function parsePrinted(field: ScalarField, text: string, typed: string): Parsed {
  if (text === '') return field.mayBeBlank ? { ok: true, text: '' } : { ok: false, wanted: '不能留空' };
  switch (field.kind) {
    case 'amount':
      return parseAmount(field, text, typed);
    case 'count':
      return digitsOnly(text, countPattern, '应是不小于 0 的整数');
    case 'year':
      return digitsOnly(text, yearPattern, '应是四位年份');
    default:
      return { ok: true, text };
  }
}

function digitsOnly(text: string, pattern: RegExp, wanted: string): Parsed {
  const digits = fold(text).replace(/\s/g, '');
  return pattern.test(digits) ? { ok: true, text: digits } : { ok: false, wanted };
}

function parseAmount({ print, unit, mayBeNegative }: AmountField, text: string, typed: string): Parsed {
  const plain = fold(text).replace(/\s/g, '').replaceAll('，', ',');
  const number = unit !== '' && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain;
  if (!amountPattern.test(number)) return { ok: false, wanted: `应是${wantedAmount(unit)}` };
  if (!mayBeNegative && !positivePattern.test(number)) return { ok: false, wanted: '不能是负数' };
  if (typed !== '' && equalDecimals(parseDecimal(number), parseDecimal(typed)) && (print !== null || number === typed))
    return { ok: true, text: typed };
  if (print === null) return { ok: true, text: number };
  const ungrouped = typed.includes(',') ? number : number.replaceAll(',', '');
  return { ok: true, text: isPadded(typed, print.decimals) ? ungrouped : unpadded(ungrouped, print.decimals) };
}

/** Whether an author types the zeros that the form would print by itself. */
const isPadded = (typed: string, decimals: number): boolean => {
  const fraction = typed.split('.')[1] ?? '';
  return fraction.length === decimals && fraction.endsWith('0');
};

/** An amount without the zeros that the form pads it with; what is longer was typed so. */
function unpadded(number: string, decimals: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const kept = fraction.length > decimals ? fraction : fraction.replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}
