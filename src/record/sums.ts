import { type Diagnostic, diagnostic, pathText } from '../base/index.ts';
import type { AmountField } from '../blueprint/index.ts';
import { addDecimals, equalDecimals, parseDecimal, plainDecimal, printAmount } from './decimal.ts';
import type { GroupValue, ScalarValue, Value } from './types.ts';

/** Computes the sums the author left out and checks those he wrote. */
export function fillSums(root: GroupValue): { readonly root: GroupValue; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];

  const fillGroup = (group: GroupValue): GroupValue => {
    const members = [...group.members].map(([name, member]) => [name, fill(member)] as const);
    const computed = members.some(([, member]) => member.kind === 'scalar' && member.origin.kind === 'computed');
    return { ...group, given: group.given || computed, members: new Map(members) };
  };
  const fill = (value: Value): Value => {
    if (value.kind === 'group') return fillGroup(value);
    if (value.kind !== 'scalar' || value.field.kind !== 'amount' || value.field.sumOf === null) return value;
    return fillAmount(value, value.field, value.field.sumOf);
  };
  const fillAmount = (value: ScalarValue, field: AmountField, sumOf: readonly string[]): ScalarValue => {
    const terms = collect(root, sumOf);
    const blank = terms.find(({ text }) => text === '');
    const at = value.origin.span;
    if (blank) {
      if (value.text === '') found.push(unknownSum(value, blank));
      return value;
    }
    const total = terms.map(({ text }) => parseDecimal(text)).reduce(addDecimals, { units: 0n, scale: 0 });
    const text = printAmount(plainDecimal(total), field.print);
    if (value.text === '') {
      const path = 'path' in value.origin ? value.origin.path : [];
      return { ...value, text, origin: { kind: 'computed', path, span: at } };
    }
    if (!equalDecimals(parseDecimal(value.text), total)) found.push(wrongSum(value, plainDecimal(total), sumOf));
    return value;
  };

  return { root: fillGroup(root), found };
}

function collect(value: Value | undefined, path: readonly string[]): ScalarValue[] {
  if (value?.kind === 'list') return value.items.flatMap((item) => collect(item, path));
  if (value?.kind === 'group') return collect(value.members.get(path[0] ?? ''), path.slice(1));
  return value?.kind === 'scalar' && path.length === 0 ? [value] : [];
}

const unknownSum = (sum: ScalarValue, blank: ScalarValue): Diagnostic =>
  diagnostic({
    code: 'A9',
    severity: 'warning',
    at: sum.origin.span,
    message: `“${nameOf(sum)}”算不出来：有一项金额空着`,
    advice: '空着不等于 0：没有就填 0，或者直接写出合计。',
    related: [{ at: blank.origin.span, message: '空着的一项' }],
  });

const wrongSum = (sum: ScalarValue, total: string, sumOf: readonly string[]): Diagnostic =>
  diagnostic({
    code: 'A9',
    at: sum.origin.span,
    message: `“${nameOf(sum)}”写的是 ${sum.text}，各项（${sumOf.join('.')}）之和是 ${total}`,
    advice: `改成 ${total}，或删去这一项，由程序求和。`,
  });

const nameOf = ({ field, origin }: ScalarValue): string => ('path' in origin ? pathText(origin.path) : field.name);
