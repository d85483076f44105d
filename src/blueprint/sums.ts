import type { AmountField, Field, GroupField } from './types.ts';
import { adviseWord } from './nearest.ts';
import type { Reading } from './reading.ts';
import { words } from './vocabulary.ts';

const word = words.field.sumOf;

/** Reports every 求和 that does not lead to typed amounts of the same unit: it would add up nothing, or the wrong thing. */
export function checkSums(root: GroupField, reading: Reading): void {
  walk(root, false);

  function walk(field: Field, inList: boolean): void {
    if (field.kind === 'group') for (const member of field.fields) walk(member, inList);
    else if (field.kind === 'list') walk(field.item, true);
    else if (field.kind === 'tree') walk(field.row, true);
    else if (field.kind === 'amount' && field.sumOf !== null) checkSum(field, field.sumOf, inList);
  }

  function checkSum(field: AmountField, path: readonly string[], inList: boolean): void {
    const report = (why: string, advice: string) =>
      reading.report('B004', field.at, `“${field.name}”的“${word}: ${path.join('.')}”不对：${why}`, advice);
    if (inList) return report('列表里的金额不能求和', '把求和的字段移到列表外面。');
    let at = itemOf(root);
    for (const name of path) {
      const members: readonly Field[] = at.kind === 'group' ? at.fields : [];
      const next = members.find((member) => member.name === name);
      if (next === undefined) {
        const names = members.map((member) => member.name);
        return report(`没有字段“${name}”`, adviseWord(name, names));
      }
      at = itemOf(next);
    }
    if (at.kind !== 'amount') return report('它指到的不是金额', `写到最里面的金额，例如“${word}: 列表.金额”。`);
    if (at.sumOf !== null) return report('它指到的金额自己也是求和得来的', '指到填写的金额。');
    if (at.unit !== field.unit) {
      return report(`各项的单位是“${at.unit}”，合计是“${field.unit}”`, '把两处的单位写成一样。');
    }
  }
}

const itemOf = (field: Field): Field => (field.kind === 'list' ? itemOf(field.item) : field);
