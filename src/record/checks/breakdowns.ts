import { type Diagnostic, diagnostic, flatMap } from '../../base/index.ts';
import { type AmountField, yuanPower } from '../../blueprint/index.ts';
import {
  absoluteDecimal,
  compareDecimals,
  type Decimal,
  parseDecimal,
  plainDecimal,
  printDecimal,
  shiftDecimal,
  subtractDecimals,
  sumOfDecimals,
} from '../decimal.ts';
import { scalarsIn } from '../rows.ts';
import type { Quantity } from '../target/types.ts';
import { roundingOf } from '../tolerance.ts';
import type { GroupValue, ScalarValue } from '../types.ts';
import { amountsIn } from './named-amounts.ts';
import { placeIn } from './places.ts';
import type { Survey } from './survey.ts';

/** A18: the parts in brackets do not sum to the number before them. Where only some are named they may be fewer. */
export const bracketedParts = (survey: Survey): Diagnostic[] =>
  flatMap(survey.indicators, ({ targets }) =>
    flatMap(targets, (value) => {
      const reading = value.target?.reading;
      if (reading?.kind !== 'breakdown') return [];
      const { quantity: total, parts, whole } = reading;
      if (parts.some(({ quantity }) => quantity.unit !== total.unit || quantity.percent !== total.percent)) return [];
      const sum = sumOfDecimals(parts.map(({ quantity }) => countOf(quantity)));
      const differs = compareDecimals(sum, countOf(total));
      if (differs === 0 || (!whole && differs < 0)) return [];
      const print = (number: Decimal): string =>
        `${plainDecimal(shiftDecimal(number, -total.multiple))}${total.percent ? '%' : multipleWord(value.text, total)}${total.unit}`;
      return diagnostic({
        code: 'A18',
        severity: 'hint',
        at: value.origin.span,
        message: `括号里 ${parts.length} 项之和是 ${print(sum)}，括号前面写的是 ${print(countOf(total))}`,
        advice: `核对各项；如果各项没有错，前面写 ${print(sum)}。`,
      });
    }),
  );

const countOf = ({ number, multiple }: Quantity): Decimal => shiftDecimal(number, multiple);

/** The words of the multiple as the author wrote them, such as 万. */
const multipleWord = (text: string, { multiple }: Quantity): string =>
  multiple === 0 ? '' : (/[百千]?万|[百千万]?亿/.exec(text)?.[0] ?? '');

/** A10: the amounts that the words of a row name do not sum to its amount, the first one; where that is blank nobody knows. */
export const namedAmounts = (survey: Survey): Diagnostic[] =>
  flatMap(survey.lists, ({ items }) => flatMap(items, (item) => (item.kind === 'group' ? inRow(survey, item) : [])));

function inRow({ record }: Survey, row: GroupValue): Diagnostic[] {
  const members = [...row.members.values()];
  const [first, ...others] = scalarsIn(row).filter(({ field }) => field.kind === 'amount');
  if (first === undefined || first.text === '') return [];
  const amounts = [first, ...others.filter(({ text }) => text !== '')];
  if (amounts.some((one) => powerOf(one) === null)) return [];
  return flatMap(members, (prose) => {
    if (prose.kind !== 'scalar' || prose.field.kind !== 'prose') return [];
    const named = amountsIn(prose.text);
    const [begin] = named;
    if (begin === undefined || named.length < 2) return [];
    const sum = sumOfDecimals(named.map(({ yuan }) => yuan));
    const rounding = roundingOf(named.length, '元');
    const agrees = (value: Decimal): boolean =>
      amounts.some((one) => compareDecimals(absoluteDecimal(subtractDecimals(value, inYuan(one))), rounding) <= 0);
    // 共120万元，分别用于甲80万元、乙40万元: the whole is one of the amounts named.
    if (agrees(sum) || named.some(({ yuan }) => agrees(yuan))) return [];
    const [total, ...more] = named.filter(({ isTotal }) => isTotal);
    if (more.length > 0) return [];
    const seen = total ?? begin;
    const { unit, print } = first.field as AmountField;
    const power = powerOf(first) ?? 0;
    return diagnostic({
      code: 'A10',
      severity: 'hint',
      at: placeIn(record, prose, seen.index, seen.text.length),
      message: `“${prose.field.name}”里${total ? '写的合计' : ` ${named.length} 项金额之和`}是 ${printDecimal(shiftDecimal(total?.yuan ?? sum, -power), print)} ${unit}，“${first.field.name}”是 ${printDecimal(parseDecimal(first.text), print)} ${unit}`,
      advice: '核对文中的各项和这一行的金额，改错的一处。',
      related: [{ at: first.origin.span, message: `${first.field.name}在这里` }],
    });
  });
}

const powerOf = ({ field }: ScalarValue): number | null => (field.kind === 'amount' ? yuanPower(field.unit) : null);

const inYuan = (value: ScalarValue): Decimal => shiftDecimal(parseDecimal(value.text), powerOf(value) ?? 0);
