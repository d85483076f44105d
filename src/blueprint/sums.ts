import { adviseWord } from './nearest.ts';
import type { Reading } from './reading.ts';
import type { AmountField, Field, GroupField } from './types.ts';
import { words } from './vocabulary.ts';

type Fault = { readonly why: string; readonly advice: string };

const word = words.field.sumOf;

/** Reports every 求和 that does not lead to typed amounts of the same unit: it would add up nothing, or the wrong thing. */
export function checkSums(root: GroupField, reading: Reading): void {
  const check = (field: Field, inList: boolean): void => {
    if (field.kind === 'group') for (const member of field.fields) check(member, inList);
    if (field.kind === 'list') check(field.item, true);
    if (field.kind === 'tree') check(field.row, true);
    if (field.kind !== 'amount' || field.sumOf === null) return;
    const fault = inList ? inListFault : faultOf(field, field.sumOf, root);
    if (fault === null) return;
    const message = `“${field.name}”的“${word}: ${field.sumOf.join('.')}”不对：${fault.why}`;
    reading.report('B004', field.at, message, fault.advice);
  };
  check(root, false);
}

const inListFault: Fault = { why: '列表里的金额不能求和', advice: '把求和的字段移到列表外面。' };

function faultOf(field: AmountField, path: readonly string[], root: GroupField): Fault | null {
  let at = itemOf(root);
  for (const name of path) {
    const members: readonly Field[] = at.kind === 'group' ? at.fields : [];
    const next = members.find((member) => member.name === name);
    if (next === undefined) {
      const names = members.map((member) => member.name);
      return { why: `没有字段“${name}”`, advice: adviseWord(name, names) };
    }
    at = itemOf(next);
  }
  if (at.kind !== 'amount') return { why: '它指到的不是金额', advice: `写到最里面的金额，例如“${word}: 列表.金额”。` };
  if (at.sumOf !== null) return { why: '它指到的金额自己也是求和得来的', advice: '指到由人填写的金额。' };
  if (at.unit === field.unit) return null;
  return { why: `各项的单位是“${at.unit}”，合计的是“${field.unit}”`, advice: '把两处的单位写成一样。' };
}

const itemOf = (field: Field): Field => (field.kind === 'list' ? itemOf(field.item) : field);
