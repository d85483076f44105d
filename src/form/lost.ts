import { type Diagnostic, diagnostic, flatMap, type Span } from '../base/index.ts';
import type { TreeNode, Value } from '../record/index.ts';
import type { Unprinted } from './template/unprinted.ts';

/** F011 for each value of a record that its form does not print: the author would not see that it is lost. */
export function lostValues(root: Value, { fields }: Unprinted): readonly Diagnostic[] {
  if (fields.size === 0) return [];
  const visit = (value: Value): readonly Diagnostic[] => {
    switch (value.kind) {
      case 'scalar': {
        const name = fields.get(value.field);
        const isLost = name !== undefined && value.origin.kind === 'value' && value.text !== '';
        return isLost ? [notPrinted(name, value.origin.span)] : [];
      }
      case 'group':
        return flatMap([...value.members.values()], visit);
      case 'list':
        return flatMap(value.items, visit);
      case 'tree':
        return flatMap(value.nodes, visitNode);
    }
  };
  const visitNode = ({ below, rows }: TreeNode): readonly Diagnostic[] => [
    ...flatMap(below, visitNode),
    ...flatMap(rows, visit),
  ];
  return visit(root);
}

/** Told at a value that is lost, or at a field that is lost whatever is written in it. */
export const notPrinted = (name: string, at: Span): Diagnostic =>
  diagnostic({
    code: 'F011',
    severity: 'warning',
    at,
    message: `“${name}”没有印在表上`,
    advice: '在这张表的 form.hbs（或部件）里印出它；不用印、也不用来算的，从 form.yaml 里删掉。',
  });
