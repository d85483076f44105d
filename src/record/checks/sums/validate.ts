import { flatMap } from '../../../base/index.ts';
import { type AmountField, adviseWord, itemOf, words, yuanPower } from '../../../blueprint/index.ts';
import type { Node } from './parse.ts';
import { amountsOf, type Fields, type Shape } from './shape.ts';
import { type Title, titleText } from './title.ts';
import { isPlain, refused, type Scope, tokenAt, variableAt, walkPath } from './walk.ts';

const { sum, difference, product } = words.functions;
const functionNames: readonly string[] = Object.values(words.functions);
const callParts: ReadonlySet<string> = new Set(['type', 'value', 'position', 'procedure', 'arguments']);
const numberPattern = /^-?\d+(?:\.\d+)?$/;

/** One side of a sum: one amount. `amounts` are the fields it is made of, of a product the money alone. */
export type Side = { readonly title: Title; readonly single: boolean; readonly amounts: readonly AmountField[] };

/** Checks one side of a sum against the fields; null where something is wrong (reported). */
export function validateSide(tree: Node, scope: Scope): Side | null {
  const term = termOf(tree, scope);
  if (term === null) return null;
  const { shape, amounts } = term;
  const { title } = shape;
  if (shape.kind !== 'fields') return { title, single: false, amounts };
  return oneAmount(shape, scope) && { title, single: true, amounts };
}

/** Checks a path of 指向, or of 逐项 where `items` are meant. */
export function validatePath(tree: Node, scope: Scope, wanted: 'items' | 'amounts'): Fields | null {
  if (tree.type !== 'path' && tree.type !== 'variable') return refused(tree, scope, { message: '这里要写字段的名称' });
  const shape = walkPath(tree, scope);
  if (shape === null || (wanted === 'items' && shape.fields.every(({ kind }) => kind === 'group'))) return shape;
  if (shape.fields.every((field) => amountsOf(field) !== null)) return shape;
  return wanted === 'items' ? notItems(shape, tree, scope) : notAmounts(shape, tree, scope);
}

function notItems({ named, title }: Fields, node: Node, scope: Scope): null {
  const field = named.find((one) => amountsOf(one) === null);
  const kind = field ? words.fieldTypes[field.kind] : '';
  return scope.report({
    ...tokenAt(node.steps?.at(-1) ?? node, scope.text),
    message: `“${titleText(title)}”是${kind}，没有可以逐项查的`,
    advice: '写列表、指标或组的名称。',
  });
}

/** A part of an expression, with the fields whose units it has. */
type Term = { readonly shape: Shape; readonly amounts: readonly AmountField[] };

function termOf(node: Node, scope: Scope): Term | null {
  if (node.type === 'number') {
    const text = String(node.value);
    if (!isPlain(node)) return refused(node, scope);
    return numberPattern.test(text)
      ? { shape: { kind: 'number', title: { kind: 'number', text } }, amounts: [] }
      : refused(node, scope, { message: '这个数太大或太小', advice: '写成 0.05 或 1200 这样的数。' });
  }
  if (node.type === 'function') return callTerm(node, scope);
  if (node.type !== 'path' && node.type !== 'variable') return refused(node, scope);
  const shape = walkPath(node, scope);
  if (shape === null) return null;
  const found = shape.fields.map(amountsOf);
  if (found.includes(null)) return notAmounts(shape, node, scope);
  return { shape, amounts: flatMap(found, (some) => some ?? []) };
}

function callTerm(node: Node, scope: Scope): Term | null {
  const { procedure, arguments: given = [] } = node;
  if (procedure?.type !== 'variable' || !functionNames.includes(String(procedure.value)) || !isPlain(node, callParts))
    return unknownFunction(node, scope);
  const name = String(procedure.value);
  const terms = given.map((one) => termOf(one, scope));
  if (terms.includes(null)) return null;
  const all = terms.filter((term) => term !== null);
  const fault = argumentFault(name, all);
  if (fault === null) {
    const title: Title = { kind: 'call', called: name, of: all.map(({ shape }) => shape.title) };
    const measured = name === product && all.some(isMoney) ? all.filter(isMoney) : all;
    return { shape: { kind: 'amount', title }, amounts: flatMap(measured, ({ amounts }) => amounts) };
  }
  return scope.report({ ...variableAt(procedure, scope), ...fault });
}

/** What is wrong with what stands between the brackets of a function. */
function argumentFault(
  name: string,
  given: readonly Term[],
): { readonly message: string; readonly advice: string } | null {
  const numbers = given.filter(({ shape }) => shape.kind === 'number').length;
  const areSingle = given.length === 2 && given.every(({ shape }) => shape.kind === 'number' || isOne(shape));
  if (name === product) {
    const isTimes = numbers === 1 || (given.some(isMoney) && given.some(isCount));
    return areSingle && isTimes
      ? null
      : {
          message: `“$${name}”要一个金额和一个数，或者一笔钱和一个数量`,
          advice: `写成 $${name}(甲, 1.05)，或者 $${name}(单价, 数量)，数量的单位不是钱（台、人、亩）。`,
        };
  }
  if (numbers > 0) return { message: `“$${name}”里只能是金额，不能是数`, advice: `倍数用 $${product}(甲, 1.05)。` };
  if (name === difference) {
    return areSingle
      ? null
      : { message: `“$${name}”要两个金额`, advice: `写成 $${name}(甲, 乙)；一列金额先用 $${sum}(…) 加起来。` };
  }
  return given.length > 0 ? null : { message: `“$${name}”的括号里是空的`, advice: `写成 $${name}(甲, 乙)。` };
}

const isMoney = ({ amounts }: Term): boolean =>
  amounts.length > 0 && amounts.every(({ unit }) => yuanPower(unit) !== null);

/** Whether a term is a number of things of one kind. */
const isCount = ({ amounts }: Term): boolean =>
  new Set(amounts.map(({ unit }) => unit)).size === 1 && amounts.every(({ unit }) => yuanPower(unit) === null);

const isOne = (shape: Shape): boolean =>
  shape.kind === 'amount' ||
  (shape.kind === 'fields' && !shape.many && shape.fields.every(({ kind }) => kind === 'amount'));

function oneAmount(shape: Shape, { text, report }: Scope): true | null {
  if (isOne(shape)) return true;
  const seen = shape.kind === 'fields' && shape.many ? '一列金额' : '一组金额';
  const advice = `加起来就写 $${sum}(${text})。`;
  return report({ start: 0, end: text.length, message: `“${text}”是${seen}，要的是一个`, advice });
}

function notAmounts(shape: Shape, node: Node, scope: Scope): null {
  const last = node.steps?.at(-1) ?? node;
  const named = shape.kind === 'fields' ? shape.named : [];
  const field = named.find((one) => amountsOf(one) === null);
  const kind = field ? words.fieldTypes[field.kind] : '';
  const item = field && itemOf(field);
  const amount = item?.kind === 'group' ? item.fields.find((member) => amountsOf(member)) : undefined;
  const names = (node.steps ?? [node]).map(writtenName);
  const advice = amount ? `写到金额为止，例如“${[...names, amount.name].join('.')}”。` : '换成类型为“金额”的字段。';
  return scope.report({
    ...tokenAt(last, scope.text),
    message: `“${titleText(shape.title)}”不是金额，是${kind}`,
    advice,
  });
}

const writtenName = ({ type, value }: Node): string => {
  if (type === 'variable') return `$${value}`;
  return /^[\p{L}\p{N}_]*$/u.test(String(value)) ? String(value) : `\`${value}\``;
};

function unknownFunction(node: Node, scope: Scope): null {
  const { procedure } = node;
  const named = procedure?.type === 'path' ? procedure.steps?.[0] : procedure;
  if (named === undefined || typeof named.value !== 'string' || !isPlain(node, callParts)) return refused(node, scope);
  const place = procedure?.type === 'variable' ? variableAt(named, scope) : tokenAt(named, scope.text);
  const seen = scope.text.slice(place.start, place.end);
  const advice = adviseWord(
    `$${named.value}`,
    functionNames.map((name) => `$${name}`),
  );
  return scope.report({ ...place, message: `没有“${seen}”这个函数`, advice });
}
