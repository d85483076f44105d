import { type Blueprint, type Field, type FieldPath, type ScalarField, words } from '../../blueprint/index.ts';
import type { Shape } from './shape.ts';

/** Fields that a template prints nowhere, each with what it is called: its name, or that of the list that it is an item of. */
export type Unprinted = ReadonlyMap<ScalarField, string>;

/**
 * The fields of a form whose values its template prints nowhere; `shape` is that of the fields, `printed` what the template
 * prints of it. What a summary of volumes shows, totals, the author and a year that says what a record is about need not
 * be printed.
 */
export function unprintedFields(
  { fields, summary, author }: Pick<Blueprint, 'fields' | 'summary' | 'author'>,
  shape: Shape,
  printed: ReadonlySet<Shape>,
): Unprinted {
  const missing = new Map<ScalarField, string>();
  const used = new Set([...summary.flatMap(({ source }) => pathsOf(source)), [author ?? '']].map(keyOf));
  const isPrinted = (at: Shape | undefined): boolean => at !== undefined && printed.has(at);
  const visit = (field: Field, at: Shape | undefined, above: FieldPath): void => {
    const path = field.name === '' ? above : [...above, field.name];
    if (field.kind === 'group') for (const member of field.fields) visit(member, memberOf(at, member.name), path);
    else if (field.kind === 'list') visit(field.item, itemOf(at), path);
    else if (field.kind === 'tree') visitColumns(field.row.fields, itemOf(memberOf(itemOf(at), words.view.rows)), path);
    else if (!isPrinted(at) && !used.has(keyOf(path)) && !mayBeHidden(field)) missing.set(field, path.at(-1) ?? '');
  };
  /** All columns but the first may be printed together, as {@link words.view.values}. */
  const visitColumns = (columns: readonly Field[], row: Shape | undefined, path: FieldPath): void => {
    const areTogether = isPrinted(itemOf(memberOf(row, words.view.values)));
    for (const [i, column] of columns.entries())
      if (i === 0 || !areTogether) visit(column, memberOf(row, column.name), path);
  };
  visit(fields, shape, []);
  return missing;
}

const mayBeHidden = (field: ScalarField): boolean =>
  field.kind === 'year' || (field.kind === 'amount' && field.sumOf !== null);

const pathsOf = (source: Blueprint['summary'][number]['source']): readonly FieldPath[] =>
  source.kind === 'text' ? [source.path] : 'paths' in source ? source.paths : [];

const keyOf = (path: FieldPath): string => path.join('\0');

const memberOf = (shape: Shape | undefined, name: string): Shape | undefined =>
  shape?.kind === 'group' ? shape.members.get(name) : undefined;

const itemOf = (shape: Shape | undefined): Shape | undefined => (shape?.kind === 'list' ? shape.item : undefined);
