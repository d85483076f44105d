import type { Field, GroupField, ScalarField } from '../../blueprint/index.ts';
import { words } from '../../blueprint/index.ts';
import type { Shape } from './shape.ts';

/**
 * The fields whose values a template prints nowhere; `shape` is that of the form's fields, `printed` what the template
 * prints of it. Totals may serve a summary only, and a year may only say what a record is about: they need not be printed.
 */
export function unprintedFields(
  fields: GroupField,
  shape: Shape,
  printed: ReadonlySet<Shape>,
): ReadonlySet<ScalarField> {
  const missing = new Set<ScalarField>();
  const isPrinted = (at: Shape | undefined): boolean => at !== undefined && printed.has(at);
  const visit = (field: Field, at: Shape | undefined): void => {
    if (field.kind === 'group') for (const member of field.fields) visit(member, memberOf(at, member.name));
    else if (field.kind === 'list') visit(field.item, itemOf(at));
    else if (field.kind === 'tree') visitColumns(field.row.fields, itemOf(memberOf(itemOf(at), words.view.rows)));
    else if (!isPrinted(at) && !mayBeHidden(field)) missing.add(field);
  };
  /** All columns but the first may be printed together, as {@link words.view.values}. */
  const visitColumns = (columns: readonly Field[], row: Shape | undefined): void => {
    const areTogether = isPrinted(itemOf(memberOf(row, words.view.values)));
    for (const [i, column] of columns.entries()) if (i === 0 || !areTogether) visit(column, memberOf(row, column.name));
  };
  visit(fields, shape);
  return missing;
}

const mayBeHidden = (field: ScalarField): boolean =>
  field.kind === 'year' || (field.kind === 'amount' && field.sumOf !== null);

const memberOf = (shape: Shape | undefined, name: string): Shape | undefined =>
  shape?.kind === 'group' ? shape.members.get(name) : undefined;

const itemOf = (shape: Shape | undefined): Shape | undefined => (shape?.kind === 'list' ? shape.item : undefined);
