import type { Span } from '../base/index.ts';
import { hasName } from './has-name.ts';
import { adviseWord } from './nearest.ts';
import type { Reading } from './reading.ts';
import type { AmountField, Field, GroupField, SumPath, SumStep } from './types.ts';
import { words } from './vocabulary.ts';

type Fault = { readonly at: Span; readonly why: string; readonly advice: string };

const word = words.field.sumOf;
const textOf = (path: SumPath): string => path.map(({ name }) => name).join('.');

/** Reports every 求和 that does not lead to typed amounts of the same unit: it would add up nothing, or the wrong thing. */
export function checkSums(root: GroupField, reading: Reading): void {
  /** What was told at each place: a path that a group hands down is wrong for each of its members. */
  const told = new Set<string>();
  const check = (field: Field, inRows: boolean): void => {
    if (field.kind === 'group') for (const member of field.fields) check(member, inRows);
    if (field.kind === 'list') check(field.item, true);
    if (field.kind === 'tree') check(field.row, true);
    if (field.kind !== 'amount' || field.sumOf === null) return;
    field.sumOf.forEach((path, i, all) => {
      const fault = inRows ? inRowsFault(path) : (faultOf(field, path, root) ?? twiceFault(path, all.slice(0, i)));
      if (fault === null || path.some(({ name }) => reading.unread.has(name))) return;
      const once = `${fault.at.start} ${fault.why}`;
      if (told.has(once)) return;
      told.add(once);
      const message = `“${field.name}”的“${word}: ${textOf(path)}”不对：${fault.why}`;
      reading.report('B004', fault.at, message, fault.advice);
    });
  };
  check(root, false);
}

const endOf = (path: SumPath): Span => (path.at(-1) as SumStep).at;

const inRowsFault = (path: SumPath): Fault => ({
  at: endOf(path),
  why: '列表和指标里的金额不能求和',
  advice: '这里的合计由人填，用“检查”里的“逐项”核对；全表的合计移到外面求和。',
});

const twiceFault = (path: SumPath, before: readonly SumPath[]): Fault | null =>
  before.some((other) => textOf(other) === textOf(path))
    ? { at: endOf(path), why: '这条路径写了两次，会加两次', advice: '删去一条。' }
    : null;

function faultOf(field: AmountField, path: SumPath, root: GroupField): Fault | null {
  let found: Field = root;
  for (const [i, step] of path.entries()) {
    const next: Field | undefined = membersOf(found).find(({ name }) => name === step.name);
    if (next === undefined) return unknownName(step, found, path.slice(0, i));
    found = next;
  }
  const amount = itemOf(found);
  // A member that inherits the path is at its end: what is wrong with the path stands before it.
  const at = path.findLast((step) => step.at.start !== field.at.start)?.at ?? endOf(path);
  if (amount.kind !== 'amount') return { at, ...notAmount(found, path) };
  if (amount.sumOf !== null)
    return { at, why: '它指到的金额自己也是求和得来的', advice: '指到由人填写的金额：换成它的各项。' };
  if (amount.unit === field.unit) return null;
  const said = (unit: string): string => (unit === '' ? '没有写' : `是“${unit}”`);
  const why = `各项的单位${said(amount.unit)}，合计的${said(field.unit)}`;
  return { at, why, advice: '把两处的单位写成一样。' };
}

function notAmount(field: Field, path: SumPath): Omit<Fault, 'at'> {
  const why = `它指到的不是金额，是${words.fieldTypes[field.kind]}`;
  const amount = membersOf(field).find(({ kind }) => kind === 'amount');
  if (amount === undefined) return { why, advice: '指到类型为“金额”的字段。' };
  return { why, advice: `写到金额为止，例如“${word}: ${textOf(path)}.${amount.name}”。` };
}

/** `above` is the path that leads to where the name was looked for. */
function unknownName({ name, at }: SumStep, inside: Field, above: SumPath): Fault {
  const members = membersOf(inside);
  const names = members.map((member) => member.name);
  const place = above.length === 0 ? '' : `“${textOf(above)}”里`;
  if (names.length === 0) {
    const why = `${place}没有“${name}”：它是${words.fieldTypes[itemOf(inside).kind]}`;
    return { at, why, advice: `写成“${word}: ${textOf(above)}”。` };
  }
  if (inside.kind === 'tree' && hasName(inside.taxonomy, name)) {
    const column = members.find(({ kind }) => kind === 'amount')?.name ?? '列的名称';
    const advice = `不写名目，写成“${word}: ${textOf(above)}.${column}”：各个名目下面的行都加。`;
    return { at, why: `“${name}”是体系里的名目`, advice };
  }
  return { at, why: `${place}没有字段“${name}”`, advice: otherMarks(name) ?? adviseWord(name, names) };
}

/** Advice for paths that are joined by marks of prose; null where there are none. */
function otherMarks(name: string): string | null {
  if (/[、，,；;+]/u.test(name)) return `几条路径写成一列，中间用半角逗号：“${word}: [甲.金额, 乙.金额]”。`;
  return /[．。·]/u.test(name) ? '名称之间用半角的点。' : null;
}

/** What stands in a list or under indicators; any other field itself. */
export const itemOf = (field: Field): Field => {
  if (field.kind === 'tree') return field.row;
  return field.kind === 'list' ? itemOf(field.item) : field;
};

/** The fields that a path may lead on to. */
export const membersOf = (field: Field): readonly Field[] => {
  const item = itemOf(field);
  return item.kind === 'group' ? item.fields : [];
};
