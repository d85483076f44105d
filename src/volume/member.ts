import { type Blueprint, type SummaryColumn, words } from '../blueprint/index.ts';
import { authorOf, type CheckedRecord, summaryValue, yearOf } from '../record/index.ts';
import type { Member } from './types.ts';

/** What a volume keeps of a record once its form is set. */
export function memberOf(record: CheckedRecord, pages: number): Member {
  const { blueprint, file } = record;
  const columns = columnsOf(blueprint);
  const values = columns.map(({ source }) => summaryValue(record, source));
  const [own = '', other = ''] = values.filter((_, x) => columns[x]?.source.kind === 'text');
  const bare = bareName(file);
  const name = own || authorOf(record) || bare;
  return { file, name, detail: other || bare, year: yearOf(record), blueprint, values, pages };
}

/** The columns of a form's summary; of one that says nothing of it, whose forms there are and how long they are. */
export const columnsOf = ({ summary }: Blueprint): readonly SummaryColumn[] => (summary.length > 0 ? summary : usual);

const { name, pages } = words.volumeColumns;
const usual: readonly SummaryColumn[] = [
  { title: name, source: { kind: 'name' }, totalled: false },
  { title: pages, source: { kind: 'pages' }, totalled: true },
];

const bareName = (file: string): string => file.replace(/^.*\//su, '').replace(/\.ya?ml$/iu, '');
