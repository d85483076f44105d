import { type Decimal, parseDecimal, shiftDecimal } from '../decimal.ts';
import { parseSpoken } from '../money.ts';
import { fold } from '../target/fold.ts';

/** An amount in the middle of words; `yuan` is its value in 元, `isTotal` tells that the words call it the whole. */
export type NamedAmount = {
  readonly index: number;
  readonly text: string;
  readonly yuan: Decimal;
  readonly isTotal: boolean;
};

const amount = /(?<![\d.])\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?(?:[百千]?万|[百千万]?亿)?元?/gu;
/** 共计, 合计 or 总投资约 before an amount. */
const totalBefore =
  /(?:(?<!公)共计?|合计|总计|小计|总额|总投资|总预算)[需要约为：:\s]{0,3}(?:资金|金额|经费|支出|投入|安排)?[需要约为：:\s]{0,3}$/u;
const unitPrice = /每|\/|人均|户均|标准|单价|上年|去年|上一年|原|其中|增加|减少|结余|超过|以上|以下|不超/u;

/** More than the words of a total take. */
const LONGEST_LEAD = 12;

/**
 * The amounts that a text lists, one at the end of each clause, as in 日常修缮5万元;质保金约2.75万。None where the text
 * also speaks of prices, of other years or of parts of an amount: there a sum means nothing.
 */
export function amountsIn(text: string): readonly NamedAmount[] {
  if (!/[万亿元]/u.test(text) || unitPrice.test(text)) return [];
  const folded = fold(text);
  const found: NamedAmount[] = [];
  for (const { 0: typed, index } of folded.matchAll(amount)) {
    const spoken = parseSpoken(typed);
    if (spoken === null || spoken.power === null) continue;
    const behind = folded.slice(index + typed.length, index + typed.length + 1);
    if (behind !== '' && !/[，,；;。、)）\n ]/u.test(behind)) return [];
    const isTotal = totalBefore.test(folded.slice(Math.max(0, index - LONGEST_LEAD), index));
    found.push({ index, text: typed, yuan: shiftDecimal(parseDecimal(spoken.number), spoken.power), isTotal });
  }
  return found;
}
