import type { Span } from '../base/index.ts';
import { adviseWord } from './nearest.ts';
import type { Reading } from './reading.ts';
import { amountAt, childrenOf, itemOf, membersOf, type Scope, scopesIn, withAmounts } from './sum-scopes.ts';
import { hasName } from './taxonomies.ts';
import type { AmountField, Field, GroupField, SumPath, SumStep } from './types.ts';
import { words } from './vocabulary.ts';

type Fault = { readonly at: Span; readonly why: string; readonly advice: string };

const word = words.field.sumOf;
const textOf = (path: SumPath): string => path.map(({ name }) => name).join('.');

/**
 * Reports every 求和 that does not lead to amounts of the same unit, or leads back to itself; what is wrong so is no sum in
 * the fields that come back.
 */
export function checkSums(root: GroupField, reading: Reading): GroupField {
  const scopes = scopesIn(root);
  /** What was told at each place: a path that a group hands down is wrong for each of its members. */
  const told = new Set<string>();
  const faulty = new Set<Field>();
  for (const [field, scope] of scopes) {
    (field.sumOf ?? []).forEach((path, i, all) => {
      const fault = faultOf(field, path, { scope, root, scopes }) ?? twiceFault(path, all.slice(0, i));
      if (fault === null) return;
      faulty.add(field);
      if (path.some(({ name }) => reading.unread.has(name))) return;
      const once = `${fault.at.start} ${fault.why}`;
      if (told.has(once)) return;
      told.add(once);
      const message = `“${field.name}”的“${word}: ${textOf(path)}”不对：${fault.why}`;
      reading.report('B004', fault.at, message, fault.advice);
    });
  }
  return faulty.size === 0
    ? root
    : withAmounts(root, (field) => (faulty.has(field) ? { ...field, sumOf: null } : field));
}

const endOf = (path: SumPath): Span => (path.at(-1) as SumStep).at;

const twiceFault = (path: SumPath, before: readonly SumPath[]): Fault | null =>
  before.some((other) => textOf(other) === textOf(path))
    ? { at: endOf(path), why: '这条路径写了两次，会加两次', advice: '删去一条。' }
    : null;

type Place = {
  readonly scope: Scope;
  readonly root: GroupField;
  readonly scopes: ReadonlyMap<AmountField, Scope>;
};

function faultOf(field: AmountField, path: SumPath, { scope, root, scopes }: Place): Fault | null {
  const advice = `写在每一项的字段里，只加同一项里的金额；全表的合计移到外面求和。`;
  if (scope === null) return { at: endOf(path), why: '列表的一项只是一个金额，里面没有可加的', advice };
  let found: Field = scope;
  for (const [i, step] of path.entries()) {
    const next: Field | undefined = membersOf(found).find(({ name }) => name === step.name);
    if (next === undefined) {
      const isOutside = i === 0 && scope !== root && pathTo(step.name, scope) === null && isIn(root, step.name);
      return isOutside
        ? {
            at: step.at,
            why: `“${step.name}”在这一项外面，列表和指标里只加同一项里的金额`,
            advice: inRowAdvice(path, scope),
          }
        : unknownName(step, found, path.slice(0, i));
    }
    found = next;
  }
  const amount = itemOf(found);
  // A member that inherits the path is at its end: what is wrong with the path stands before it.
  const at = path.findLast((step) => step.at.start !== field.at.start)?.at ?? endOf(path);
  if (amount.kind !== 'amount') return { at, ...notAmount(found, path) };
  if (leadsTo(field, amount, scopes))
    return { at, why: '加来加去加到了它自己', advice: '去掉这一项，换成由人填的金额。' };
  if (amount.unit === field.unit) return null;
  const said = (unit: string): string => (unit === '' ? '没有写' : `是“${unit}”`);
  const why = `各项的单位${said(amount.unit)}，合计的${said(field.unit)}`;
  return { at, why, advice: '把两处的单位写成一样。' };
}

/** Whether a field of a name is anywhere below another. */
const isIn = (field: Field, name: string): boolean =>
  field.name === name || childrenOf(field).some((child) => isIn(child, name));

const inRowAdvice = (path: SumPath, scope: GroupField): string => {
  const last = path.at(-1)?.name;
  const example = scope.fields.some(({ name }) => name === last) ? `，例如“${word}: ${last}”` : '';
  return `路径从这一项里的字段写起${example}；全表的合计移到外面求和。`;
};

/** Whether an amount is a sum, or is one itself that adds it, at however many removes. */
function leadsTo(sum: AmountField, from: AmountField, scopes: ReadonlyMap<AmountField, Scope>): boolean {
  const seen = new Set<AmountField>();
  const follow = (amount: AmountField): boolean => {
    if (amount === sum) return true;
    if (seen.has(amount)) return false;
    seen.add(amount);
    const scope = scopes.get(amount);
    return (amount.sumOf ?? []).some((path) => {
      const term = scope && amountAt(path, scope);
      return term?.kind === 'amount' && follow(term);
    });
  };
  return follow(from);
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
    const { kind } = itemOf(inside);
    // Where a group hands the path down, the name is the sum's own: what is wrong stands before it.
    if (kind !== 'amount')
      return {
        at: above.at(-1)?.at ?? at,
        why: `“${textOf(above)}”不是金额，是${words.fieldTypes[kind]}`,
        advice: '指到类型为“金额”的字段。',
      };
    const why = `${place}没有“${name}”：它是${words.fieldTypes[kind]}`;
    return { at, why, advice: `写成“${word}: ${textOf(above)}”。` };
  }
  if (inside.kind === 'tree' && hasName(inside.taxonomy, name)) {
    const column = members.find(({ kind }) => kind === 'amount')?.name ?? '列的名称';
    const advice = `不写名目，写成“${word}: ${textOf(above)}.${column}”：各个名目下面的行都加。`;
    return { at, why: `“${name}”是体系里的名目`, advice };
  }
  const deeper = above.length === 0 ? pathTo(name, inside) : null;
  const whole = deeper === null ? null : `写全：“${word}: ${deeper.join('.')}”。`;
  return { at, why: `${place}没有字段“${name}”`, advice: whole ?? otherMarks(name) ?? adviseWord(name, names) };
}

/** The names that lead through groups to a field of a name; null where there is none. */
function pathTo(name: string, inside: Field): readonly string[] | null {
  if (inside.kind !== 'group') return null;
  if (inside.fields.some((field) => field.name === name)) return [name];
  for (const group of inside.fields) {
    const below = pathTo(name, group);
    if (below !== null) return [group.name, ...below];
  }
  return null;
}

/** Advice for paths that are joined by marks of prose; null where there are none. */
function otherMarks(name: string): string | null {
  if (/[、，,；;+]/u.test(name)) return `几条路径写成一列，中间用半角逗号：“${word}: [甲.金额, 乙.金额]”。`;
  return /[．。·]/u.test(name) ? '名称之间用半角的点。' : null;
}
