import { flatMap } from '../../base/index.ts';
import type { Grades, RateWords } from '../../blueprint/index.ts';
import { type Decimal, parseDecimal } from '../decimal.ts';
import { fold } from '../target/fold.ts';
import { isBare } from '../target/quantity.ts';
import type { Quantity, Reading, Target } from '../target/types.ts';
import { isBroken } from './broken-percents.ts';

const remark = /(?<!\s)\s*[(（][^()（）]{0,20}[)）]\s*$/u;

/** The name of an indicator without a remark in brackets behind it, such as a unit. */
export const bareName = (name: string): string => name.replace(remark, '').trimEnd();

/** Whether the name of an indicator says that its value is a percentage. */
export function isRate(name: string, { endings, others }: RateWords): boolean {
  const said = bareName(name);
  return endings.some((ending) => said.endsWith(ending)) && !others.some((other) => said.endsWith(other));
}

/** What is said of a change, not of a state; a change may go beyond 100 % and below 0. */
const change = /[增升降减涨超变翻]|提高|上年|去年|同期|[同环]比|较/u;

/** Whether a rate can only lie between 0 and 100 %; of two ends of its name the longer one is right. */
export function isBounded(name: string, { bounded, unbounded }: RateWords): boolean {
  const said = bareName(name);
  const longest = (endings: readonly string[]): number =>
    Math.max(0, ...endings.filter((ending) => said.endsWith(ending)).map(({ length }) => length));
  return longest(bounded) > longest(unbounded) && !change.test(name.slice(said.length));
}

/** What leads to a grade at the end of a value, such as 评估结果均为合格以上. */
const before = /(?:(?:^|[均评定果论价核级次])为|达到?|获得?|评定|评价|评估|考核|验收|检查|结果|结论)[:：]?$/u;

/** Whether a value is a grade of one of the lists, with or without 等级, 以上 and the like. */
export function isGrade({ reading, text }: Target, grades: Grades): boolean {
  if (reading.kind !== 'word' && reading.kind !== 'free') return false;
  const said = (reading.kind === 'word' ? reading.word : fold(text).trim())
    .replace(/[“”"。]/g, '')
    .replace(/(?:及?以上|以内)$/u, '')
    .replace(/(?:等级|等次|档次|级|档)$/u, '');
  return grades.flat().some((grade) => {
    if (!said.endsWith(grade)) return false;
    const lead = said.slice(0, said.length - grade.length);
    return lead === '' || before.test(lead);
  });
}

/** The quantities a value consists of; the parts of a breakdown are not among them. */
export function quantitiesOf(reading: Reading): readonly Quantity[] {
  switch (reading.kind) {
    case 'quantity':
    case 'breakdown':
      return [reading.quantity];
    case 'range':
      return [reading.from, reading.to];
    case 'list':
      return reading.parts.map(({ quantity }) => quantity);
    default:
      return [];
  }
}

const percentIn = /(?<![\d.A-Za-z])\d{1,12}(?:\.\d{1,12})?\s?[%‰‱]/u;
const ratioIn = /分之|\d\s?[:/比]\s?\d|\d[\p{L}㎡]{0,6}\/[\p{L}\d]/u;

/** Whether a percentage or another ratio stands anywhere in a value, be it in the middle of words. */
export function hasRatio({ reading, text }: Target): boolean {
  if (quantitiesOf(reading).some(({ percent }) => percent)) return true;
  const folded = fold(text).replaceAll('：', ':').replaceAll('／', '/');
  return !isBroken(folded) && (percentIn.test(folded) || ratioIn.test(folded));
}

/** The percentages a value states; in the middle of words only where they speak of no change. */
export function percentsIn({ reading, text }: Target, isInPercent: boolean): readonly Decimal[] {
  if (reading.kind === 'free') return change.test(text) ? [] : statedIn(fold(text));
  return flatMap(quantitiesOf(reading), (one) => (one.percent || (isInPercent && isBare(one)) ? [one.number] : []));
}

const statedAt = /(?<![\d.A-Za-z])(\d{1,12}(?:\.\d{1,12})?)\s?%(?!%)/gu;

const statedIn = (folded: string): Decimal[] =>
  isBroken(folded) ? [] : [...folded.matchAll(statedAt)].map(([, digits = '']) => parseDecimal(digits));
