import { type Diagnostic, flatMap } from '../../../base/index.ts';
import {
  type AmountPrint,
  adviseWord,
  type Blueprint,
  type Field,
  isConvertible,
  itemOf,
  type SumCheck,
  words,
  yuanPower,
} from '../../../blueprint/index.ts';
import { formulaFault } from './fault.ts';
import { compileFormula, type Desk, type Formula } from './formula.ts';
import type { Node } from './parse.ts';
import { functionsIn } from './quantity.ts';
import { countSteps } from './steps.ts';
import { type Depths, depthsOf } from './title.ts';
import { validatePath, validateSide } from './validate.ts';
import type { Scope } from './walk.ts';

/** A sum that may be evaluated. */
export type CompiledSum = {
  readonly check: SumCheck;
  /** The unit that both sides are compared in; empty where the amounts have none. */
  readonly unit: string;
  /** How numbers in that unit are told; null: as they are. */
  readonly print: AmountPrint | null;
  readonly each: readonly Formula[];
  readonly left: Formula;
  readonly right: readonly Formula[];
  readonly points: readonly Formula[];
  /** What its sides have to be called so that nobody takes one for another. */
  readonly depths: Depths;
};

export type CompiledSums = { readonly sums: readonly CompiledSum[]; readonly faults: readonly Diagnostic[] };

const compiled = new WeakMap<Blueprint, CompiledSums>();

/** The sums of a form, compiled once; a fault is C001 at its place in form.yaml, whatever a record holds. */
export function sumsOf(blueprint: Blueprint): CompiledSums {
  const known = compiled.get(blueprint);
  if (known) return known;
  const faults: Diagnostic[] = [];
  const sums = flatMap(blueprint.checks.sums, (check) => compileSum(check, blueprint, faults) ?? []);
  const made = { sums, faults };
  compiled.set(blueprint, made);
  return made;
}

/** All faults of a check are told at once; null where it has any. */
function compileSum(check: SumCheck, { fields: root }: Blueprint, faults: Diagnostic[]): CompiledSum | null {
  const before = faults.length;
  const found: Field[] = [];
  const bare: Desk = { check: check.name, root, items: null, faults };
  const each = known(check.each.map((text) => compileFormula(text, bare, pathOf('items', found))));
  if (faults.length > before) return null;
  const desk: Desk = { ...bare, items: found.length === 0 ? null : found };
  const left = compileFormula(check.left, desk, validateSide);
  const right = flatMap(check.right, ({ name, text }) => {
    const formula = compileFormula(text, desk, validateSide);
    return formula ? [{ ...formula, calledBy: name }] : [];
  });
  const points = known(check.points.map((text) => compileFormula(text, desk, pathOf('amounts'))));
  checkMessage(check, faults);
  const sides = left === null ? right : [left, ...right];
  const unit = unitOf(check, sides, faults);
  if (faults.length > before || left === null) return null;
  for (const { expression } of [...each, left, ...right, ...points]) {
    countSteps(expression);
    for (const [name, work] of functionsIn(unit)) expression.registerFunction(name, work);
  }
  const depths = depthsOf([left, ...right].map(({ title }) => title));
  return { check, unit, print: printIn(unit, sides), each, left, right, points, depths };
}

/** Validates a path; the fields it leads to are added to `found`. */
const pathOf =
  (wanted: 'items' | 'amounts', found: Field[] = []) =>
  (tree: Node, scope: Scope): Pick<Formula, 'title' | 'single' | 'amounts'> | null => {
    const shape = validatePath(tree, scope, wanted);
    if (shape === null) return null;
    found.push(...shape.fields.map(itemOf));
    return { title: shape.title, single: false, amounts: [] };
  };

const known = (all: readonly (Formula | null)[]): Formula[] => all.filter((one) => one !== null);

/** The unit of a check: what it says, or that of all its amounts. C001 where they cannot be compared. */
function unitOf({ name, unit, left }: SumCheck, sides: readonly Formula[], faults: Diagnostic[]): string {
  const amounts = flatMap(sides, (side) => side.amounts);
  const units = [...new Set(amounts.map((amount) => amount.unit))];
  const whole = { start: 0, end: left.text.length };
  if (unit === null) {
    const [only = '', ...others] = units;
    if (others.length === 0) return only;
    const money = units.every((one) => yuanPower(one) !== null);
    const advice = money
      ? `写上“${words.check.unit}: ${only}”，都换算了再比。`
      : '只有元、万元这样的单位可以换算，别的单位只能和自己比；改字段的单位，或拆成几条检查。';
    const message = `各项的单位不一样：${units.map((one) => one || '没有单位').join('、')}`;
    faults.push(formulaFault(name, left, { ...whole, message, advice }));
    return only;
  }
  const odd = amounts.find((one) => !isConvertible(one.unit, unit));
  if (odd === undefined) return unit;
  const message = `“${odd.name}”的单位是“${odd.unit}”，不能换算成“${unit}”`;
  faults.push(
    formulaFault(name, left, { ...whole, message, advice: `改这条检查的“${words.check.unit}”，或字段的单位。` }),
  );
  return unit;
}

/** As the form prints the amounts in a unit; where it prints them in different ways, with the most decimals. */
function printIn(unit: string, sides: readonly Formula[]): AmountPrint | null {
  const amounts = flatMap(sides, (side) => side.amounts).filter((amount) => amount.unit === unit);
  const prints = amounts.map(({ print }) => print).filter((print) => print !== null);
  if (prints.length === 0) return null;
  return { decimals: Math.max(...prints.map(({ decimals }) => decimals)), group: prints.some(({ group }) => group) };
}

/** What stands in braces in 消息 must be something that can be filled in. */
function checkMessage({ name, message }: SumCheck, faults: Diagnostic[]): void {
  const fills = Object.values(words.fills);
  for (const match of message?.text.matchAll(/\{([^{}]*)\}/g) ?? []) {
    const [whole, word = ''] = match;
    if (message === null || (fills as readonly string[]).includes(word)) continue;
    const place = { start: match.index, end: match.index + whole.length };
    const advice = adviseWord(word, fills, `花括号里可以写：${fills.join('、')}。`);
    faults.push(
      formulaFault(name, message, { ...place, message: `“${words.check.message}”里不能填“${whole}”`, advice }),
    );
  }
}
