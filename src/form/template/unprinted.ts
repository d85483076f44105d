import { pathKey, type Span } from '../../base/index.ts';
import { type Blueprint, type Field, type FieldPath, isSum, type ScalarField, words } from '../../blueprint/index.ts';
import type { Shape } from './shape.ts';

/** A field that a template prints nowhere, as it is called: by its name, or by that of the list that it is an item of. */
export type Lost = { readonly name: string; readonly at: Span };

/** What a template prints nowhere: each field with its name, and the same with groups and lists told whole where all of them is lost. */
export type Unprinted = { readonly fields: ReadonlyMap<ScalarField, string>; readonly wholes: readonly Lost[] };

/** What is lost below a field, and whether anything is printed there. */
type Below = { readonly lost: readonly Lost[]; readonly isPrinted: boolean };

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
  const used = new Set([...summary.flatMap(({ source }) => pathsOf(source)), [author ?? '']].map(pathKey));
  const visit = (field: Field, at: Shape | undefined, above: FieldPath): Below => {
    const path = field.name === '' ? above : [...above, field.name];
    switch (field.kind) {
      case 'group':
        return together(
          field,
          field.fields.map((member) => visit(member, memberOf(at, member.name), path)),
        );
      case 'list':
        return together(field, [visit(field.item, itemOf(at), path)]);
      case 'tree':
        return together(field, columns(field.row.fields, itemOf(memberOf(itemOf(at), words.view.rows)), path));
      default: {
        if (at !== undefined && printed.has(at)) return { lost: [], isPrinted: true };
        if (used.has(pathKey(path)) || mayBeHidden(field)) return { lost: [], isPrinted: false };
        const name = path.at(-1) ?? '';
        missing.set(field, name);
        return { lost: [{ name, at: field.at }], isPrinted: false };
      }
    }
  };
  /** All columns but the first may be printed together, as {@link words.view.values}. */
  const columns = (fields: readonly Field[], row: Shape | undefined, path: FieldPath): readonly Below[] => {
    const values = itemOf(memberOf(row, words.view.values));
    const areTogether = values !== undefined && printed.has(values);
    return fields.map((column, i) =>
      i === 0 || !areTogether ? visit(column, memberOf(row, column.name), path) : { lost: [], isPrinted: true },
    );
  };
  return { wholes: visit(fields, shape, []).lost, fields: missing };
}

/** What is lost of all that stands below a field: the field itself where nothing of it is printed. */
function together({ name, at }: Field, below: readonly Below[]): Below {
  const lost = below.flatMap((one) => one.lost);
  const isPrinted = below.some((one) => one.isPrinted);
  const isWhole = lost.length > 1 && !isPrinted && name !== '';
  return { lost: isWhole ? [{ name, at }] : lost, isPrinted };
}

const mayBeHidden = (field: ScalarField): boolean => field.kind === 'year' || isSum(field);

const pathsOf = (source: Blueprint['summary'][number]['source']): readonly FieldPath[] =>
  source.kind === 'text' ? [source.path] : 'paths' in source ? source.paths : [];

const memberOf = (shape: Shape | undefined, name: string): Shape | undefined =>
  shape?.kind === 'group' ? shape.members.get(name) : undefined;

const itemOf = (shape: Shape | undefined): Shape | undefined => (shape?.kind === 'list' ? shape.item : undefined);
