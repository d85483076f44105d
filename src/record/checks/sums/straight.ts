import { words } from '../../../blueprint/index.ts';
import type { Node } from './parse.ts';
import { type Budget, spend } from './steps.ts';
import { isPlain } from './walk.ts';

/** What an expression is worked out from. */
export type Given = {
  readonly input: object;
  readonly item: unknown;
  readonly budget: Budget;
  readonly functions: Functions;
};

/** The functions of 检查 in the unit of a check, by their names. */
export type Functions = ReadonlyMap<string, (this: Calling, ...given: unknown[]) => unknown>;
type Calling = { readonly environment: { readonly lookup: () => Budget } };

/** Works an expression out at once: what JSONata would give, in as many steps of the budget. */
export type Straight = (given: Given) => unknown;

const ofFunction: ReadonlySet<string> = new Set(['type', 'value', 'position', 'procedure', 'arguments']);

/**
 * An expression that is nothing but names, numbers and functions of them, as most are: JSONata promises each step of it
 * and takes thirty times as long. Null for any other, which is left to JSONata.
 */
export function straighten(node: Node): Straight | null {
  if (node.type === 'path' && isPlain(node)) return alongNames(node.steps ?? []);
  if (node.type === 'function' && isPlain(node, ofFunction)) return applied(node);
  const { type, value } = node;
  if (!isPlain(node) || (type !== 'number' && !isItem(node))) return null;
  return ({ item, budget }) => {
    spend(budget);
    return type === 'number' ? value : item;
  };
}

const isItem = ({ type, value }: Node): boolean => type === 'variable' && value === words.item;

function applied({ procedure, arguments: args = [] }: Node): Straight | null {
  const name = String(procedure?.value);
  const parts = args.map(straighten);
  if (procedure?.type !== 'variable' || !isPlain(procedure) || parts.includes(null)) return null;
  return (given) => {
    const { budget, functions } = given;
    spend(budget);
    spend(budget);
    const calling: Calling = { environment: { lookup: () => budget } };
    return functions.get(name)?.apply(
      calling,
      parts.map((part) => part?.(given)),
    );
  };
}

function alongNames(steps: readonly Node[]): Straight | null {
  const [first] = steps;
  const fromItem = first !== undefined && isItem(first);
  const named = fromItem ? steps.slice(1) : steps;
  const fits = [...steps].every((step) => isPlain(step) && step.stages === undefined);
  if (!fits || named.length === 0 || named.some(({ type }) => type !== 'name')) return null;
  const names = named.map(({ value }) => String(value));
  return ({ input, item, budget }) => {
    spend(budget);
    if (fromItem) spend(budget);
    let reached: readonly unknown[] = fromItem ? itemsOf(item) : [input];
    for (const [i, name] of names.entries()) {
      const found: unknown[] = [];
      for (const one of reached) {
        spend(budget);
        const member = (one as Readonly<Record<string, unknown>>)[name];
        if (member !== undefined) found.push(member);
      }
      // A list that is all there is stays one, even of a single item.
      if (i === names.length - 1 && found.length === 1 && Array.isArray(found[0])) return found[0];
      reached = found.flat();
      if (reached.length === 0) return undefined;
    }
    return reached.length === 1 ? reached[0] : reached;
  };
}

const itemsOf = (item: unknown): readonly unknown[] => {
  if (item === undefined) return [];
  return Array.isArray(item) ? item : [item];
};
