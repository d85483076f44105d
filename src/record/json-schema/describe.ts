import type { Blueprint, Field } from '../../blueprint/index.ts';

const kinds: Readonly<Record<Field['kind'], string>> = {
  text: '文字',
  prose: '一段或几段文字',
  year: '四位年份',
  count: '个数',
  target: '指标值',
  amount: '金额',
  group: '一组',
  list: '一列',
  tree: '分级指标',
};

/** What a person who fills in a field wants to know of it, each fact a few words: kind and unit, need, note, example. */
export const factsOf = (field: Field): readonly string[] =>
  [kindOf(field), needOf(field), field.note, field.example === '' ? '' : `例：${asTyped(field.example)}`].filter(
    (fact) => fact !== '',
  );

/** An example as it is to be typed: in quotes where it would be read as something else. */
const asTyped = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return /:(?:\s|$)|\s#|^[,[\]{}#&*!|>'"%@`]|^[-?]\s/u.test(line) ? `'${line.replaceAll("'", "''")}'` : line;
};

const kindOf = (field: Field): string =>
  field.kind === 'amount' && field.unit !== '' ? `${kinds.amount}（${field.unit}）` : kinds[field.kind];

/** Whether a key must be there, and whether something must stand after it. */
export function needOf({ name, kind, required, mayBeBlank }: Field): string {
  if (name === '') return '';
  if (!required) return '可不写';
  return mayBeBlank && kind !== 'group' ? '可留空' : '必填';
}

/** The edition of a form and the years it serves. */
export const editionOf = ({ edition, years }: Blueprint): string =>
  [edition === '' ? '' : `版本 ${edition}`, years === null ? '' : `适用 ${years.join('、')} 年`]
    .filter((part) => part !== '')
    .join('，');
