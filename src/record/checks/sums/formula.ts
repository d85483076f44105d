import type jsonata from 'jsonata';
import { type Diagnostic, flatMap } from '../../../base/index.ts';
import { type AmountField, type Field, type GroupField, words } from '../../../blueprint/index.ts';
import type { Scalar } from '../../../source/index.ts';
import { formulaFault } from './fault.ts';
import { type Node, parseExpression } from './parse.ts';
import type { Title } from './title.ts';
import type { Scope } from './walk.ts';

/** An expression that may be evaluated: all its names are fields, all it calls is ours. */
export type Formula = {
  readonly expression: jsonata.Expression;
  /** How people call what it gives; what form.yaml calls it goes before. */
  readonly title: Title;
  readonly calledBy: string | null;
  /** One field of the record as it stands, not worked out. */
  readonly single: boolean;
  /** It may give something else for each item. */
  readonly ofItem: boolean;
  /** The names to follow, where it is nothing but names; null where it has to be evaluated. */
  readonly names: readonly string[] | null;
  /** What was written. */
  readonly text: string;
  /** The fields of amounts it is made of. */
  readonly amounts: readonly AmountField[];
};

/** What the expressions of one check share while they are compiled. */
export type Desk = {
  readonly check: string;
  readonly root: GroupField;
  /** What `$项` may be; null where there is no 逐项. */
  readonly items: readonly Field[] | null;
  readonly faults: Diagnostic[];
};

type Validated = Pick<Formula, 'title' | 'single' | 'amounts'>;

/** Parses an expression and has it validated; null where something is wrong with it (C001 among the desk's faults). */
export function compileFormula(
  text: Scalar,
  { check, root, items, faults }: Desk,
  validate: (tree: Node, scope: Scope) => Validated | null,
): Formula | null {
  const report: Scope['report'] = (fault) => {
    faults.push(formulaFault(check, text, fault));
    return null;
  };
  const parsed = parseExpression(text.text, root);
  if (!parsed.ok) return report(parsed.fault);
  const validated = validate(parsed.tree, { text: text.text, root, items, report });
  if (validated === null) return null;
  const { title, single, amounts } = validated;
  const ofItem = text.text.includes(`$${words.item}`);
  const names = single ? namesIn(parsed.tree) : null;
  return { expression: parsed.expression, text: text.text, title, calledBy: null, single, amounts, ofItem, names };
}

/** The names of a path to one field after `$项`, if it begins with that; what is in brackets would be no name. */
function namesIn({ type, steps = [] }: Node): readonly string[] | null {
  if (type === 'variable') return [];
  if (steps.some(({ stages }) => stages !== undefined)) return null;
  return flatMap(steps, (step) => (step.type === 'name' ? [String(step.value)] : []));
}
