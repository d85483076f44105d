import { describe, expect, test } from 'vitest';
import { placeAt } from '../../../src/base/index.ts';
import {
  type ColumnWish,
  expandForm,
  type FormDocument,
  loadTemplate,
  type Paragraph,
  type Run,
} from '../../../src/form/index.ts';
import { equalDecimals, parseDecimal } from '../../../src/record/decimal.ts';
import { type CheckedRecord, readRecord, type Value } from '../../../src/record/index.ts';
import { type Mapping, type Node, parseSource } from '../../../src/source/index.ts';
import { openedShelf, repository, successOf } from '../blueprint/support.ts';
import { cellsOf } from './support.ts';

const files = [
  'data/大朗镇/公共服务办公室-2024.yaml',
  'data/增城区/民政局.yaml',
  'data/番禺区/小谷围街道办事处.yaml',
  'data/福田区/民政局-2024.yaml',
  'data/渚源县/民政局-2024.yaml',
];
const shelf = openedShelf(repository);
const textOf = (file: string): string => successOf(repository.readText(file));

type Read = {
  readonly text: string;
  readonly root: Mapping;
  readonly record: CheckedRecord;
  readonly document: FormDocument<ColumnWish>;
};

function read(file: string): Read {
  const text = textOf(file);
  const source = successOf(parseSource(file, text));
  const record = successOf(readRecord(source, shelf));
  const template = successOf(loadTemplate(repository, record.blueprint, shelf.partialFolders));
  const document = successOf(expandForm(record, template));
  if (source.root.kind !== 'map') throw new Error('a record is a mapping');
  return { text, root: source.root, record, document };
}

const paragraphsOf = (document: FormDocument<ColumnWish>): Paragraph[] => [
  ...document.sections.flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === 'heading' ? one.paragraphs : []))),
  ...cellsOf(document).flatMap(({ paragraphs }) => paragraphs),
];

/** The scalar of a record that begins at an offset. */
function scalarAt(node: Node, start: number): Node | undefined {
  if (node.kind === 'scalar') return node.span.start === start ? node : undefined;
  const children = node.kind === 'list' ? node.items : node.entries.flatMap(({ key, value }) => [key, value]);
  for (const child of children) {
    const found = scalarAt(child, start);
    if (found) return found;
  }
  return undefined;
}

const amounts = (value: Value): string[] => {
  if (value.kind === 'group') return [...value.members.values()].flatMap(amounts);
  if (value.kind === 'list') return value.items.flatMap(amounts);
  return value.kind === 'scalar' && value.field.kind === 'amount' && value.origin.kind === 'value'
    ? [`${value.origin.span.start}`]
    : [];
};

describe.each(files)('%s', (file) => {
  const { text, root, record, document } = read(file);
  const runs = paragraphsOf(document).flatMap((paragraph) => paragraph.runs);
  const ofKind = (kind: Run['origin']['kind']): Run[] => runs.filter(({ origin }) => origin.kind === kind);

  test('every value that is printed is what stands in the file at its place', () => {
    const isAmount = new Set(amounts(record.root));
    expect(ofKind('value').length).toBeGreaterThan(20);
    for (const { text: printed, origin } of ofKind('value')) {
      expect(origin.span.file).toBe(file);
      const typed = text.slice(origin.span.start, origin.span.end);
      if (isAmount.has(`${origin.span.start}`)) {
        expect(equalDecimals(parseDecimal(printed), parseDecimal(typed))).toBe(true);
        continue;
      }
      const scalar = scalarAt(root, origin.span.start);
      if (scalar?.kind !== 'scalar') throw new Error(`no scalar at ${origin.span.start}`);
      if (scalar.style === 'plain') expect(printed).toBe(typed);
      else expect(scalar.text.split('\n')).toContain(printed);
      expect(typed).toContain(printed.trim());
    }
  });

  test('every key that is printed stands in the file at its place', () => {
    expect(ofKind('key').length).toBeGreaterThan(5);
    for (const { text: printed, origin } of ofKind('key')) {
      expect(text.slice(origin.span.start, origin.span.end)).toBe(printed);
      expect(origin).toMatchObject({ path: expect.arrayContaining([printed]) });
    }
  });

  test('every blank stands on a line of the record', () => {
    for (const { text: printed, origin } of ofKind('blank')) {
      expect(printed).toBe('');
      expect(origin.span.file).toBe(file);
      expect(origin.span.end - origin.span.start).toBeLessThan(40);
      expect(placeAt(text, origin.span.start).line).toBeGreaterThan(1);
    }
  });

  test('every value of the record is printed', () => {
    const printed = new Set(runs.map(({ origin }) => origin.span.start));
    const typed = (value: Value): number[] => {
      if (value.kind === 'group') return [...value.members.values()].flatMap(typed);
      if (value.kind === 'list') return value.items.flatMap(typed);
      if (value.kind === 'tree') {
        return value.nodes
          .flatMap(({ below, rows }) => [...below.flatMap((node) => node.rows), ...rows])
          .flatMap(typed);
      }
      return value.origin.kind === 'value' ? [value.origin.span.start] : [];
    };
    expect(typed(record.root).filter((start) => !printed.has(start))).toEqual([]);
  });

  test('cells, rows and groups lead to their tags in the templates', () => {
    for (const { role, at } of cellsOf(document)) {
      expect(at.file).toMatch(/^templates\/.*\.hbs$/);
      expect(textOf(at.file).slice(at.start, at.end)).toMatch(
        role === 'label' ? /^<label\b[^>]*>$/ : /^<cell\b[^>]*>$/,
      );
    }
    for (const { blocks } of document.sections) {
      for (const block of blocks) {
        const name = block.kind === 'heading' ? block.role : block.kind;
        expect(textOf(block.at.file).slice(block.at.start, block.at.end)).toMatch(new RegExp(`^<${name}\\b`));
      }
    }
  });

  test('literals and numbers lead to the element they stand in', () => {
    expect(ofKind('template').length).toBeGreaterThan(5);
    for (const { origin } of [...ofKind('template'), ...ofKind('generated')]) {
      const { file: template, start, end } = origin.span;
      expect(textOf(template).slice(start, end)).toMatch(/^<(?:label|cell|title|subtitle|p)\b[^>]*>$/);
    }
  });

  test('no run holds a line break, and only blanks are empty', () => {
    for (const { text: printed, origin } of runs) {
      expect(printed).not.toContain('\n');
      if (printed === '') expect(origin.kind).toBe('blank');
    }
  });
});

test('福田’s sums are computed from its own amounts', () => {
  const { document } = read('data/福田区/民政局-2024.yaml');
  const sums = paragraphsOf(document).flatMap(({ runs }) => runs.filter(({ origin }) => origin.kind === 'computed'));
  expect(sums.map(({ text }) => text)).toEqual(['3980.52', '3980.52', '0']);
});
