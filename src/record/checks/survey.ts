import { flatMap } from '../../base/index.ts';
import type { Commons } from '../../blueprint/index.ts';
import type { CheckedRecord, GroupValue, ListValue, ScalarValue, TreeNode, TreeValue, Value } from '../types.ts';

/** A row of indicators: its name, its values, and the names of the taxonomy it stands under, as the taxonomy has them. */
export type Indicator = {
  /** The first column that holds no value of an indicator; null where there is none. */
  readonly name: ScalarValue | null;
  readonly targets: readonly ScalarValue[];
  readonly row: GroupValue;
  readonly levels: readonly string[];
};

/** A lowest name of a taxonomy with its rows. */
export type Branch = { readonly node: TreeNode; readonly indicators: readonly Indicator[] };

/** Indicators with everything below them; the branches in the author's order. */
export type Forest = { readonly tree: TreeValue; readonly branches: readonly Branch[] };

/** A record laid out for the rules: they look at its parts and do not walk it again. */
export type Survey = {
  readonly record: CheckedRecord;
  readonly commons: Commons;
  /** Every value that the author typed, in the order of the fields. */
  readonly typed: readonly ScalarValue[];
  /** Those of them that are written in words: numbers and years have rules of their own. */
  readonly written: readonly ScalarValue[];
  readonly lists: readonly ListValue[];
  readonly forests: readonly Forest[];
  /** All rows of indicators that have anything in them. */
  readonly indicators: readonly Indicator[];
};

const inWords: ReadonlySet<string> = new Set(['text', 'prose', 'target']);

export function surveyOf(record: CheckedRecord, commons: Commons): Survey {
  const typed: ScalarValue[] = [];
  const lists: ListValue[] = [];
  const forests: Forest[] = [];
  const visit = (value: Value): void => {
    switch (value.kind) {
      case 'scalar':
        if (value.origin.kind === 'value') typed.push(value);
        return;
      case 'group':
        for (const member of value.members.values()) visit(member);
        return;
      case 'list':
        lists.push(value);
        for (const item of value.items) visit(item);
        return;
      case 'tree': {
        const branches = branchesOf(value);
        forests.push({ tree: value, branches });
        for (const { indicators } of branches) for (const { row } of indicators) visit(row);
      }
    }
  };
  visit(record.root);
  const indicators = flatMap(forests, ({ branches }) =>
    flatMap(branches, (branch) => branch.indicators.filter(isGiven)),
  );
  const written = typed.filter(({ field }) => inWords.has(field.kind));
  return { record, commons, typed, written, lists, forests, indicators };
}

function branchesOf({ field, nodes }: TreeValue): Branch[] {
  const { aliases } = field.taxonomy;
  const under = (all: readonly TreeNode[], above: readonly string[]): Branch[] =>
    flatMap(all, (node) => {
      const levels = [...above, aliases.get(node.name) ?? node.name];
      if (node.below.length > 0) return under(node.below, levels);
      return [{ node, indicators: node.rows.map((row) => indicatorOf(row, levels)) }];
    });
  return under(nodes, []);
}

function indicatorOf(row: GroupValue, levels: readonly string[]): Indicator {
  const cells = [...row.members.values()].filter((member) => member.kind === 'scalar');
  const name = cells.find(({ field }) => field.kind === 'text' || field.kind === 'prose') ?? null;
  return { name, targets: cells.filter(({ target }) => target !== null), row, levels };
}

/** Whether a row has anything at all in its name or its values. */
export const isGiven = ({ name, targets }: Indicator): boolean =>
  [name, ...targets].some((cell) => cell !== null && cell.text !== '');
