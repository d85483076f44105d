import { describe, expect, test } from 'vitest';
import { findForm, openShelf } from '../../../src/blueprint/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { commons, type Files, openedShelf, saidBy, successOf, worldOf } from './support.ts';

const at = { file: 'a.yaml', start: 3, end: 5 };

/** A form.yaml of 表一 with an edition and the years it serves. */
const edition = (name: string, years: string, field = '年度'): string =>
  `表: 表一\n版本: ${name}\n${years === '' ? '' : `适用年度: ${years}\n`}字段: { ${field}: 年份, 局: 文字 }\n`;

const yearAt = { file: 'a.yaml', start: 20, end: 24 };
const typed = (year: number | null) => (year === null ? null : { year, at: yearAt });

const find = (files: Files, year: number | null, under = '年度') =>
  openedShelf(worldOf({ ...commons, ...files })).find('表一', (key) => (key === under ? typed(year) : null), at);

const editionFor = (files: Files, year: number | null): string => successOf(find(files, year)).edition;

const twoYears = {
  'templates/表一/form.yaml': edition('2024-1', '[2024, 2025]'),
  'templates/表一@2023/form.yaml': edition('2023-2', '[2023]'),
};

describe('of several editions', () => {
  test('the one serves whose years hold the record’s year', () => {
    expect(editionFor(twoYears, 2023)).toBe('2023-2');
    expect(editionFor(twoYears, 2025)).toBe('2024-1');
  });

  test('the latest serves a record without a year', () => {
    expect(editionFor(twoYears, null)).toBe('2024-1');
  });

  test.each([
    ['2023', '2023-2'],
    ['3024', '2024-1'],
  ])('a record says its year, or something that is none, wherever its form is looked up: %s', (year, chosen) => {
    const source = successOf(parseSource('a.yaml', `表: 表一\n年度: ${year}\n`));
    expect(findForm(source.root, openedShelf(worldOf({ ...commons, ...twoYears })))).toMatchObject({
      value: { edition: chosen },
    });
  });

  test('the latest of one year serves, by the numbers in its name', () => {
    const files = {
      'templates/表一/form.yaml': edition('2024-2', '[2024]'),
      'templates/表一@甲/form.yaml': edition('2024-10', '[2024]'),
      'templates/表一@乙/form.yaml': edition('2024-9', '[2024]'),
    };
    expect(editionFor(files, 2024)).toBe('2024-10');
  });

  test('one for a certain year goes before one for any year', () => {
    const files = { ...twoYears, 'templates/表一@新/form.yaml': edition('2026-1', '') };
    expect(editionFor(files, 2024)).toBe('2024-1');
    expect(editionFor(files, 2030)).toBe('2026-1');
  });

  test('each is asked for the year under its own name', () => {
    const files = {
      'templates/表一/form.yaml': edition('2', '[2024]', '预算年度'),
      'templates/表一@旧/form.yaml': edition('1', '[2023]'),
    };
    expect(successOf(find(files, 2024, '预算年度')).edition).toBe('2');
  });

  test('none serves another year: B006 at the record’s year, with the years there are', () => {
    expect(saidBy(find(twoYears, 2030))).toMatchObject([
      {
        code: 'B006',
        at: yearAt,
        message: '“表一”没有适用 2030 年的版本',
        advice: '有版本的年度：2023、2024、2025。核对数据里的年度；要用新的一年，请管理模板的同事加上版本。',
      },
    ]);
  });

  test('a broken one is told of only where the record needs it', () => {
    const broken = edition('2023-2', '[2023]').replace('文字', '文子');
    const files = { ...twoYears, 'templates/表一@2023/form.yaml': broken };
    expect(editionFor(files, 2024)).toBe('2024-1');
    expect(saidBy(find(files, 2023))).toMatchObject([{ code: 'B004', at: { file: 'templates/表一@2023/form.yaml' } }]);
  });

  test('one whose years cannot be read stands back behind those that name the year, and is told of where none does', () => {
    for (const unreadable of ['表: 表一\n 适用: [', edition('3', '[明年]')]) {
      const files = { ...twoYears, 'templates/表一@坏/form.yaml': unreadable };
      expect(editionFor(files, 2024)).toBe('2024-1');
      expect(saidBy(find(files, 2030))[0]?.at.file).toBe('templates/表一@坏/form.yaml');
    }
  });

  test('the folder is named as the form, with or without @ and what tells it from others', () => {
    const files = { 'templates/表一@/form.yaml': edition('1', ''), 'templates/表一二/form.yaml': edition('2', '') };
    const shelf = openedShelf(worldOf({ ...commons, ...files }));
    expect(shelf.ids()).toEqual(['表一', '表一二']);
    expect(saidBy(shelf.find('表一二', () => null, at))).toMatchObject([{ code: 'B004' }]);
  });
});

describe('the shelf', () => {
  test('lists each form once, sorted, without what forms share', () => {
    const files = {
      ...twoYears,
      'templates/共用/form.yaml': edition('1', ''),
      'templates/共用/母/form.yaml': edition('1', ''),
      'templates/空/form.hbs': '',
      'templates/A/form.yaml': edition('1', ''),
    };
    expect(openedShelf(worldOf({ ...commons, ...files })).ids()).toEqual(['A', '表一']);
  });

  test('a folder nearer by hides a farther one of the same name', () => {
    const files = {
      'templates/表一/form.yaml': edition('2024-1', '[2024]'),
      'own/表一/form.yaml': edition('2024-1', '[2024]').replace('局: 文字', '局: 段落'),
    };
    const shelf = successOf(openShelf(worldOf({ ...commons, ...files }), ['own', 'templates'], ['fonts']));
    expect(successOf(shelf.find('表一', () => typed(2024), at)).folders).toEqual(['own/表一']);
    expect(shelf.partialFolders).toEqual(['own/共用/部件', 'templates/共用/部件']);
  });

  test('a folder name in decomposed Unicode is the same name', () => {
    const [composed, decomposed] = ['\u00C9t', 'E\u0301t'];
    const files = { [`templates/${decomposed}/form.yaml`]: `表: ${composed}\n字段: { 甲: 文字 }` };
    const shelf = openedShelf(worldOf({ ...commons, ...files }));
    expect(successOf(shelf.find(composed, () => null, at)).id).toBe(composed);
  });

  test('reads a blueprint once', () => {
    const world = worldOf({ ...commons, ...twoYears });
    let reads = 0;
    const readText = (file: string) => {
      reads += 1;
      return world.readText(file);
    };
    const counting = { ...world, readText };
    const shelf = successOf(openShelf(counting, ['templates'], ['fonts']));
    const first = successOf(shelf.find('表一', () => typed(2024), at));
    const before = reads;
    expect(successOf(shelf.find('表一', () => typed(2024), at))).toBe(first);
    expect(reads).toBe(before);
  });
});
