import { type Diagnostic, diagnostic, flatMap, type Span } from '../base/index.ts';
import type { ScalarField } from '../blueprint/index.ts';
import type { TreeNode, Value } from '../record/index.ts';

/** F011 for each value of a record that its form does not print: the author would not see that it is lost. */
export function lostValues(root: Value, unprinted: ReadonlySet<ScalarField>): readonly Diagnostic[] {
  if (unprinted.size === 0) return [];
  const visit = (value: Value): readonly Diagnostic[] => {
    switch (value.kind) {
      case 'scalar':
        return value.origin.kind === 'value' && value.text !== '' && unprinted.has(value.field)
          ? [notPrinted(value.field, value.origin.span)]
          : [];
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
export const notPrinted = ({ name }: Pick<ScalarField, 'name'>, at: Span): Diagnostic =>
  diagnostic({
    code: 'F011',
    severity: 'warning',
    at,
    message: name === '' ? '这一列的各项没有印在表上' : `“${name}”没有印在表上`,
    advice: `在这张表的 form.hbs（或部件）里印出它，写成 {{${name === '' ? 'this' : name}}}；不用印的，从 form.yaml 里删掉。`,
  });
