import type { Origin, Path, Span } from '../base/index.ts';
import type { BandSpec, CellSpec, ColumnWish, FormDocument, Paragraph, RowSpec } from '../form/index.ts';
import type { Word } from './sentences.ts';
import { type Sides, sidesOf } from './sides.ts';
import type { Change, FilledRecord, RecordChanges } from './types.ts';

/** Samples of the legend stand for places of a record that has none of them. */
const SAMPLES = { changed: ['#', 'changed'], stretch: ['#', 'stretch'], moved: ['#', 'moved'] } as const;
const STRETCH = '……持续改善失能老人的居家生活，完善全镇的养老服务……';

/** The samples as changes, so that they are marked by what marks the form itself. */
export const sampleChanges: readonly Change[] = [
  { kind: 'shown', what: '', place: [], path: SAMPLES.changed },
  {
    kind: 'edited',
    what: '',
    place: [],
    path: SAMPLES.stretch,
    printed: true,
    before: '……持续改善失能老人的生活，发放补贴，完善全镇的养老服务……',
    after: STRETCH,
  },
  {
    kind: 'moved',
    row: { noun: '', name: '', values: [] },
    from: { place: [], ordinal: 2 },
    to: { place: [], ordinal: 1 },
    path: SAMPLES.moved,
  },
];

/** The pages behind a marked form: a legend, what the changed places held before, and what is gone. */
export function appendixOf(
  { record, form }: Pick<FilledRecord, 'record' | 'form'>,
  { changes, notes }: Pick<RecordChanges, 'changes' | 'notes'>,
): FormDocument<ColumnWish> {
  const page = startPage(record.at);
  const gone = changes.filter(({ kind }) => kind === 'removed');
  const others = changes.filter(({ kind }) => kind !== 'removed');
  const bands = [
    page.band('图例', [12, 28, 60], [], page.legend()),
    ...(others.length === 0
      ? []
      : [page.band('改动的内容', [12, 28, 30, 30], ['位置', '原', '新'], others.map(page.changed))]),
    ...(gone.length === 0 ? [] : [page.band('删去的内容', [12, 28, 60], ['原来的位置', '内容'], gone.map(page.gone))]),
  ];
  const title = page.heading('title', '修订说明');
  const blocks = [title, ...notes.map((note) => page.heading('subtitle', note)), page.table(bands)];
  return { meta: form.meta, sections: [{ paper: { ...record.blueprint.paper, folio: 'none' }, blocks }] };
}

/** What is put on the page; everything is written by the program, at the place that names the form. */
function startPage(at: Span) {
  const paragraph = (text: string, origin: Origin = { kind: 'generated', span: at }): Paragraph => ({
    runs: [{ text, origin }],
  });
  const cell = (text: string, role: CellSpec['role'] = 'cell', path?: Path): CellSpec => ({
    kind: 'cell',
    role,
    span: 1,
    rows: 1,
    align: role === 'label' || path !== undefined ? 'center' : 'left',
    valign: 'middle',
    direction: 'horizontal',
    spread: 0,
    indent: 0,
    paragraphs: text
      .split('\n')
      .map((line) => paragraph(line, path === undefined ? undefined : { kind: 'value', path, span: at })),
    at,
  });
  const row = (cells: readonly CellSpec[], header = false): RowSpec => ({
    kind: 'row',
    header,
    keep: 'none',
    cells,
    call: null,
    at,
  });
  const side = (words: readonly Word[]): CellSpec => cell(words.length === 0 ? '（没有）' : inBrackets(words));
  const sided = ({ place, before, after }: Sides): RowSpec => row([cell(place), side(before), side(after)]);
  return {
    heading: (role: 'title' | 'subtitle', text: string) =>
      ({ kind: 'heading', role, style: null, paragraphs: [paragraph(text)], at }) as const,
    band: (
      name: string,
      columns: readonly number[],
      labels: readonly string[],
      rows: readonly RowSpec[],
    ): BandSpec<ColumnWish> => {
      const titles = labels.map((label) => cell(label, 'label'));
      const children = titles.length === 0 ? rows : [row(titles, true), ...rows];
      const label = cell(name, 'label');
      return {
        columns,
        children: [{ kind: 'group', header: false, keep: 'none', label, children, call: null, at }],
        at,
      };
    },
    table: (bands: readonly BandSpec<ColumnWish>[]) => ({ kind: 'table', bands, at }) as const,
    legend: (): readonly RowSpec[] => [
      row([
        cell('≥95%', 'cell', SAMPLES.changed),
        cell('灰底，左边有实线：改了的或新增的格子；长的文字只标改了的那几行'),
      ]),
      row([
        cell(STRETCH, 'cell', SAMPLES.stretch),
        cell('字下有线：新加的字；字下的短竖线：这里删去了字。下面“原”“新”两栏里，〔 〕里的是改了的字'),
      ]),
      row([cell('第 2 项移到第 1 项', 'cell', SAMPLES.moved), cell('左边有断续的线：移动了位置，内容没有改')]),
    ],
    changed: (change: Change): RowSpec => sided(sidesOf(change)),
    gone: (change: Change): RowSpec => {
      const { place, before } = sidesOf(change);
      return row([cell(place), cell(inBrackets(before))]);
    },
  };
}

/** Inside a text what changed stands in brackets; a value that changed as a whole needs none. */
const inBrackets = (words: readonly Word[]): string =>
  words.map(({ kind, text }) => (kind === 'removed' || kind === 'added' ? `〔${text}〕` : text)).join('');
