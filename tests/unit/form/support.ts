import { andThen, type Diagnostic, type Outcome, type Span } from '../../../src/base/index.ts';
import {
  type CellSpec,
  type ColumnWish,
  expandForm,
  type FormDocument,
  type GroupSpec,
  loadTemplate,
  type Paragraph,
  type RowSpec,
  type Template,
} from '../../../src/form/index.ts';
import { readRecord } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { commons, type Files, formWith, openedShelf, saidBy, successOf, worldOf } from '../blueprint/support.ts';

export const FORM = 'templates/表一/form.hbs';

/** A small form with a field of every kind. */
export const fields = formWith(
  '名称: 文字',
  '组: { 类型: 组, 单位: 元, 字段: { 数: 金额, 名称: 文字 } }',
  '列: { 类型: 列表, 字段: { 名称: 文字, 段: 段落 } }',
  '词: { 类型: 列表, 每项: 段落 }',
  '指标: { 类型: 指标, 体系: 甲类, 列: { 三级: 文字, 目标: 指标值, 年目标: 指标值 } }',
);

export type Given = {
  /** Null: the form has no form.hbs of its own. */
  readonly template: string | null;
  readonly record?: string;
  readonly form?: string;
  /** Partials beside the form by their names, or other files by their paths. */
  readonly partials?: Files;
};

export const FILE = 'data/a.yaml';

function worldWith({ template, form = fields, partials = {} }: Given) {
  const others = Object.entries(partials).map(([name, text]) => [
    name.includes('/') ? name : `templates/共用/部件/${name}.hbs`,
    text,
  ]);
  return worldOf({
    ...commons,
    'templates/表一/form.yaml': form,
    ...(template !== null && { [FORM]: template }),
    ...Object.fromEntries(others),
  });
}

/** The template of a form, checked. */
export function templateOf(given: Given): Outcome<Template> {
  const world = worldWith(given);
  const shelf = openedShelf(world);
  const blueprint = successOf(shelf.find('表一', () => null, { file: FILE, start: 0, end: 0 }));
  return loadTemplate(world, blueprint, shelf.partialFolders);
}

/** A form's template filled with a record. */
export function expanded(given: Given): Outcome<FormDocument<ColumnWish>> {
  const shelf = openedShelf(worldWith(given));
  return andThen(parseSource(FILE, `表: 表一\n${given.record ?? ''}`), (source) =>
    andThen(readRecord(source, shelf), (record) =>
      andThen(templateOf(given), (template) => expandForm(record, template)),
    ),
  );
}

/** A template whose only table has one band with these columns and this content. */
export const table = (content: string, columns = '50 50'): string =>
  `<form><table><band columns="${columns}">${content}</band></table></form>`;

type Part = GroupSpec | RowSpec;

/** All cells of a document in reading order, labels of groups before what they span. */
export const cellsOf = (document: FormDocument<ColumnWish>): CellSpec[] =>
  document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'heading') return [];
      return block.kind === 'lines' ? block.cells : block.bands.flatMap((band) => band.children.flatMap(cellsIn));
    }),
  );

const cellsIn = (part: Part): CellSpec[] =>
  part.kind === 'row' ? [...part.cells] : [part.label, ...part.children.flatMap(cellsIn)];

export const paragraphText = ({ runs }: Paragraph): string => runs.map(({ text }) => text).join('');

/** The texts of all cells, each as its paragraphs. */
export const textsOf = (document: FormDocument<ColumnWish>): string[][] =>
  cellsOf(document).map(({ paragraphs }) => paragraphs.map(paragraphText));

/** The texts of the cells of a band's content. */
export const printed = (content: string, record = '', more: Partial<Given> = {}): string[][] =>
  textsOf(successOf(expanded({ template: table(content), record, ...more })));

/** A text with its « » taken out, and the place between them. */
export function unmarked(text: string): { readonly text: string; readonly start: number; readonly end: number } {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  return { text: text.replace(/[«»]/g, ''), start, end };
}

/**
 * What is said of templates of which one has its fault between « and »; a place elsewhere is told as it is. The text is
 * `code message → advice`.
 */
export function faultsIn(given: Given, outcomeOf: (given: Given) => Outcome<unknown> = templateOf): string[] {
  const partials = Object.fromEntries(
    Object.entries(given.partials ?? {}).map(([name, text]) => [name, unmarked(text)]),
  );
  const template = unmarked(given.template ?? '');
  const plain = {
    ...given,
    template: template.text,
    partials: Object.fromEntries(Object.entries(partials).map(([name, { text }]) => [name, text])),
  };
  const marked: Span[] = [
    { file: FORM, ...template },
    ...Object.entries(partials).map(([name, place]) => ({ file: `templates/共用/部件/${name}.hbs`, ...place })),
  ].filter(({ start }) => start !== -1);
  return saidBy(outcomeOf(plain)).map(
    (fault) => `${elsewhere(fault, marked)}${fault.code} ${fault.message} → ${fault.advice}`,
  );
}

const elsewhere = ({ at }: Diagnostic, marked: readonly Span[]): string =>
  marked.some(({ file, start, end }) => file === at.file && start === at.start && end === at.end)
    ? ''
    : `${at.file} ${at.start}-${at.end} `;
