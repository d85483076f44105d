import type { Blueprint, Field } from '../blueprint/index.ts';
import type { Entry, Mapping, Node } from '../source/index.ts';
import { buildGroup } from './build.ts';
import { scalarOf, unwritten } from './compose.ts';
import { fillSums } from './sums.ts';
import type { CheckedRecord } from './types.ts';

/**
 * How much a sample record holds: `least` what must be there and nothing in it, `blank` everything with nothing in it,
 * `full` everything, with two items in each list and one row under each name of a taxonomy.
 */
export type SampleKind = 'least' | 'blank' | 'full';

/** A record that nobody wrote, to try a form with; its values have their places at the fields in form.yaml. */
export function sampleRecord(blueprint: Blueprint, kind: SampleKind): CheckedRecord {
  const { fields } = blueprint;
  return unwritten(blueprint, fillSums(buildGroup(fields, membersOf(fields.fields, fields, kind), [], fields.at)).root);
}

function membersOf(fields: readonly Field[], { at }: Pick<Field, 'at'>, kind: SampleKind): Mapping {
  const wanted = fields.filter(({ required }) => required || kind !== 'least');
  return { kind: 'map', entries: wanted.map((field) => entryOf(field.name, field, nodeOf(field, kind))), span: at };
}

const entryOf = (name: string, { at }: Pick<Field, 'at'>, value: Node): Entry => ({
  key: scalarOf(name, at),
  value,
  span: at,
});

function nodeOf(field: Field, kind: SampleKind): Node {
  switch (field.kind) {
    case 'group':
      return membersOf(field.fields, field, kind);
    case 'list':
      return { kind: 'list', items: kind === 'full' ? [1, 2].map(() => nodeOf(field.item, kind)) : [], span: field.at };
    case 'tree': {
      const rows = (): Node => ({ kind: 'list', items: [membersOf(field.row.fields, field, kind)], span: field.at });
      const levels = kind === 'full' ? [...field.taxonomy.levels] : [];
      const entries = levels.map(([name, below]) => {
        const under = below.map((lower) => entryOf(lower, field, rows()));
        return entryOf(name, field, under.length > 0 ? { kind: 'map', entries: under, span: field.at } : rows());
      });
      return { kind: 'map', entries, span: field.at };
    }
    default:
      return scalarOf(kind === 'full' || !field.mayBeBlank ? textFor(field) : '', field.at);
  }
}

const texts = { year: '2024', count: '1', amount: '1', target: '1', prose: '', text: '' } as const;

const textFor = (field: Exclude<Field, { kind: 'group' | 'list' | 'tree' }>): string =>
  (field.kind === 'amount' ? '' : field.example) || texts[field.kind] || field.name || '1';
