import fc from 'fast-check';
import type { AlignWish, Direction, VerticalAlign } from '../../src/base/index.ts';
import type { GroupSpec, Keep, RowSpec, TableSpec } from '../../src/form/index.ts';
import { cellText, labelText } from './arbitrary-texts.ts';
import { type BandShape, fitTable, type GroupShape, type NodeShape, type RowsShape } from './fit-table.ts';
import { cell, label } from './specs.ts';

const align = fc.constantFrom<AlignWish>('auto', 'auto', 'left', 'center', 'right', 'justify');
const valign = fc.constantFrom<VerticalAlign>('middle', 'middle', 'top', 'bottom');
const direction = fc.oneof(
  { arbitrary: fc.constant<Direction>('horizontal'), weight: 5 },
  { arbitrary: fc.constant<Direction>('vertical'), weight: 1 },
);
const wish = fc.nat({ max: 3 });
const seldomKept = fc.constantFrom<Keep>(...new Array<Keep>(12).fill('none'), 'whole', 'next');
const plainRow = fc.constant<Keep>('none');

const labelSpec = fc
  .record({ text: labelText, align, valign, direction })
  .map(({ text, ...changes }) => label(text, changes));
const valueSpec = fc.record({ text: cellText, align, valign }).map(({ text, ...changes }) => cell(text, changes));
const anySpec = fc.oneof({ arbitrary: valueSpec, weight: 3 }, { arbitrary: labelSpec, weight: 1 });

const cellShape = fc.record({ spec: anySpec, span: wish, rows: fc.constantFrom(0, 0, 0, 0, 1, 2) });
const labelShape = fc.record({ spec: labelSpec, span: fc.constantFrom(0, 0, 1), rows: fc.constantFrom(0, 0, 1) });

const bodyRows: fc.Arbitrary<RowsShape> = fc.record({
  kind: fc.constant('rows' as const),
  header: fc.constant(false),
  rows: fc.array(fc.record({ keep: seldomKept, cells: fc.array(cellShape, { minLength: 1, maxLength: 5 }) }), {
    minLength: 1,
    maxLength: 5,
  }),
});

/** Header rows are labels as a rule, and now and then cells. */
const headerRows: fc.Arbitrary<RowsShape> = fc.record({
  kind: fc.constant('rows' as const),
  header: fc.constant(true),
  rows: fc.array(
    fc.record({
      keep: plainRow,
      cells: fc.oneof(
        { arbitrary: fc.array(labelShape, { minLength: 1, maxLength: 5 }), weight: 4 },
        { arbitrary: fc.array(cellShape, { minLength: 1, maxLength: 3 }), weight: 1 },
      ),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

const groupOf = (children: fc.Arbitrary<readonly NodeShape[]>): fc.Arbitrary<GroupShape> =>
  fc.record({
    kind: fc.constant('group' as const),
    header: fc.constant(false),
    keep: seldomKept,
    label: labelShape,
    side: fc.option(valueSpec, { freq: 5 }),
    children,
  });

/** A list of rows and groups; a header may stand at its head. */
const listOf = (node: fc.Arbitrary<NodeShape>, maxLength: number): fc.Arbitrary<readonly NodeShape[]> =>
  fc
    .tuple(fc.option(headerRows, { freq: 1 }), fc.array(node, { minLength: 1, maxLength }))
    .map(([head, rest]) => (head === null ? rest : [head, ...rest]));

const level3 = groupOf(fc.array(bodyRows, { minLength: 1, maxLength: 1 }));
const level2 = groupOf(fc.array(fc.oneof(bodyRows, level3), { minLength: 1, maxLength: 2 }));
const level1 = groupOf(listOf(fc.oneof(bodyRows, level2), 2));
const headerGroup: fc.Arbitrary<GroupShape> = groupOf(fc.tuple(headerRows)).map((one) => ({ ...one, header: true }));

const node: fc.Arbitrary<NodeShape> = fc.oneof(
  { arbitrary: bodyRows, weight: 4 },
  { arbitrary: level1, weight: 4 },
  { arbitrary: headerRows, weight: 1 },
  { arbitrary: headerGroup, weight: 1 },
);

const bandShape: fc.Arbitrary<BandShape> = fc.record({
  weights: fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 6 }),
  children: listOf(node, 3),
});

/** Tables of one to four bands without a hole: nested groups, headers, spans to the right and down. */
export const tables: fc.Arbitrary<TableSpec> = fc.array(bandShape, { minLength: 1, maxLength: 4 }).map(fitTable);

const keeps = fc.array(fc.constantFrom<Keep>('none', 'none', 'none', 'none', 'whole', 'next'), {
  minLength: 1,
  maxLength: 9,
});

/** Tables with many rows and groups that a page turn must not part. */
export const keptTables: fc.Arbitrary<TableSpec> = fc.tuple(tables, keeps).map(([table, words]) => {
  let count = 0;
  const marked = <Part extends GroupSpec | RowSpec>(part: Part): Part => {
    const keep = words[count % words.length] ?? 'none';
    count += 1;
    return part.kind === 'row' ? { ...part, keep } : { ...part, keep, children: part.children.map(marked) };
  };
  return { ...table, bands: table.bands.map((one) => ({ ...one, children: one.children.map(marked) })) };
});
