import { type Field, words } from '../../blueprint/index.ts';

/** What a template may find at a name, known before any record is seen. `literal` is a parameter given in quotes. */
export type Shape =
  | { readonly kind: 'scalar' | 'literal' }
  | { readonly kind: 'group'; readonly members: ReadonlyMap<string, Shape> }
  | { readonly kind: 'list'; readonly item: Shape };

const scalar = (): Shape => ({ kind: 'scalar' });
const list = (item: Shape): Shape => ({ kind: 'list', item });
const group = (members: Iterable<readonly [string, Shape]>): Shape => ({ kind: 'group', members: new Map(members) });

/** The shape of a field's view, as `view.ts` makes it. Each field has a shape object of its own. */
export function shapeOf(field: Field): Shape {
  switch (field.kind) {
    case 'group':
      return group(field.fields.map((member) => [member.name, shapeOf(member)]));
    case 'list':
      return list(shapeOf(field.item));
    case 'tree': {
      const columns = field.row.fields.map((column) => [column.name, scalar()] as const);
      const rows = list(group([...columns, [words.view.values, list(scalar())]]));
      const { name, below } = words.view;
      const lower = group([
        [name, scalar()],
        [below, list(group([]))],
        [words.view.rows, rows],
      ]);
      return list(
        group([
          [name, scalar()],
          [below, list(lower)],
          [words.view.rows, rows],
        ]),
      );
    }
    default:
      return scalar();
  }
}

/** How a shape is called in messages. */
export const shapeName = (shape: Shape): string =>
  ({ scalar: '一个值', literal: '一个固定的词', group: '一组', list: '一列' })[shape.kind];
