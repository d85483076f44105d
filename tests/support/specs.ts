import type { Paper, Span } from '../../src/base/index.ts';
import type {
  BandSpec,
  CellSpec,
  FormDocument,
  GroupSpec,
  Heading,
  Lines,
  Paragraph,
  RowSpec,
  TableSpec,
} from '../../src/form/index.ts';

/** A place in a template that is known again by its number. */
export const placed = (start: number): Span => ({ file: '试.hbs', start, end: start + 1 });

type Text = string | readonly string[];
type CellChanges = Partial<Omit<CellSpec, 'kind' | 'paragraphs'>>;

/** Paragraphs as the form stage makes them: an empty one has no run. */
export const paragraphsOf = (text: Text): Paragraph[] =>
  (typeof text === 'string' ? [text] : text).map((one) => ({
    runs: one === '' ? [] : [{ text: one, origin: { kind: 'template', span: placed(0) } }],
  }));

export const cell = (text: Text = '', changes: CellChanges = {}): CellSpec => ({
  kind: 'cell',
  role: 'cell',
  span: 1,
  rows: 1,
  align: 'auto',
  valign: 'middle',
  direction: 'horizontal',
  spread: 0,
  indent: 0,
  paragraphs: paragraphsOf(text),
  at: placed(0),
  ...changes,
});

export const label = (text: Text, changes: CellChanges = {}): CellSpec => cell(text, { role: 'label', ...changes });

export const row = (...cells: readonly CellSpec[]): RowSpec => ({
  kind: 'row',
  header: false,
  keep: 'none',
  cells,
  call: null,
  at: placed(0),
});

export const header = (...cells: readonly CellSpec[]): RowSpec => ({ ...row(...cells), header: true });

export const group = (title: CellSpec, ...children: readonly (GroupSpec | RowSpec)[]): GroupSpec => ({
  kind: 'group',
  header: false,
  keep: 'none',
  label: title,
  children,
  call: null,
  at: placed(0),
});

export const band = (columns: readonly number[], ...children: readonly (GroupSpec | RowSpec)[]): BandSpec => ({
  columns,
  children,
  at: placed(0),
});

export const table = (...bands: readonly BandSpec[]): TableSpec => ({ kind: 'table', bands, at: placed(0) });

export const title = (text: string): Heading => ({
  kind: 'heading',
  role: 'title',
  style: null,
  paragraphs: paragraphsOf(text),
  at: placed(0),
});

/** Text above or below a table, in cells side by side. */
export const lines = (columns: readonly number[], ...cells: readonly CellSpec[]): Lines => ({
  kind: 'lines',
  style: null,
  seal: false,
  keep: 'none',
  columns,
  cells,
  at: placed(0),
});

/** A row or group that a page turn must not part. */
export const kept = <Part extends GroupSpec | RowSpec>(keep: Part['keep'], part: Part): Part => ({ ...part, keep });

/** A document of one section. */
export const formOf = (paper: Paper, ...blocks: FormDocument['sections'][number]['blocks']): FormDocument => ({
  meta: { title: '试表', author: '测试局', language: 'zh-CN' },
  sections: [{ paper, blocks }],
});
