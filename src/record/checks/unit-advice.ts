import { absoluteDecimal, compareDecimals, HUNDRED, ONE, plainDecimal, shiftDecimal } from '../decimal.ts';
import { fold } from '../target/fold.ts';
import type { Reading } from '../target/types.ts';
import { bareName } from './rates.ts';

/** A number without a unit as the author wrote it. */
export type BareNumber = {
  readonly text: string;
  readonly reading: Extract<Reading, { kind: 'quantity' | 'range' }>;
};

const digits = /\d+(?:[,，]\d{3})*(?:\.\d+)?/;

/** A value with a unit behind its number, before what bounds it: 5以上 and 个 make 5个以上. */
function withUnit(text: string, unit: string, number?: string): string {
  const found = digits.exec(fold(text));
  if (found === null) return text;
  const end = found.index + found[0].length;
  return `${text.slice(0, found.index)}${number ?? text.slice(found.index, end)}${unit}${text.slice(end)}`;
}

/** What to write for a percentage without its sign; 0.95 may be meant either way, and 200 is most likely a slip. */
export function advisePercent({ text, reading }: BareNumber): string {
  if (reading.kind === 'range') return '两个数后面都带上 %。';
  const { number } = reading.quantity;
  const size = absoluteDecimal(number);
  if (compareDecimals(size, HUNDRED) > 0) return `${plainDecimal(number)} 大于 100：核对数字和小数点，再带上 %。`;
  const literal = withUnit(text, '%');
  if (size.units === 0n || compareDecimals(size, ONE) > 0) return `写成 ${literal}。`;
  const hundredfold = shiftDecimal(size, 2);
  const percent = plainDecimal(hundredfold);
  return `带上 %：说的是 ${percent}% 就写成 ${withUnit(text, '%', percent)}，说的是 ${plainDecimal(size)}% 就写成 ${literal}。`;
}

/** Names of what is paid or earned. */
const money = /(?:费|费用|资金|成本|补助|补贴|津贴|工资|薪酬|支出|投入|投资|金额|收入|产值|税收|税额|预算)$/u;

/** Where nothing is known of the unit, none is offered as the right one. */
const examples = '人、次、天、分、%';

/** What to write for a number without a unit; `unit` is what the name of its indicator asks for, null if unknown. */
export function adviseUnit(bare: BareNumber, name: string, unit: string | null): string {
  const { text, reading } = bare;
  if (unit === '%') return advisePercent(bare);
  if (reading.kind === 'range') return `带上单位${unit === null ? `，例如${examples}` : `“${unit}”`}。`;
  if (unit !== null) return `写成 ${withUnit(text, unit)}。`;
  if (!money.test(bareName(name))) return `在“${digits.exec(fold(text))?.[0]}”后面写上单位，例如${examples}。`;
  return `带上单位：说的是万元就写成 ${withUnit(text, '万元')}，说的是元就写成 ${withUnit(text, '元')}。`;
}
