import { describe, expect, it } from 'vitest';
import { box, label, page, tables } from './support/ruled.ts';

/** The text of a cell of this width whose lines are told with `/` between them; Han and letters are 10 points wide. */
const textIn = (width: number, text: string, more = {}): string | undefined =>
  tables(page([box(20, 40, width, 200, text, more)]))[0]?.[0];

/** Twenty-four cells in two columns, each with text that begins 4 points from its left rule. */
const manyCells = Array.from({ length: 24 }, (_, i) =>
  box(20 + (i % 2) * 70, 40 + Math.floor(i / 2) * 25, 70, 25, i % 2 === 0 ? '名称' : '目标'),
);

describe('the end of a paragraph', () => {
  const own = (text: string, left: number) => box(160, 40, 68, 300, text, { left });

  it('is told by the sides that most cells have, not by those of one that is set wider', () => {
    // 60 points of text: one line if sides were 1 point wide as in the last cell, two lines as they are.
    const cells = [...manyCells, own('一二三四五/六', 4), box(228, 40, 68, 300, '甲乙丙丁戊己/甲乙丙丁', { left: 1 })];
    expect(tables(page(cells))[0]?.[0]).toBe('名称\t目标\t一二三四五六\t甲乙丙丁戊己甲乙丙丁');
  });

  it('is told in a cell that is set wider by its own sides', () => {
    const cells = (left: number) => [...manyCells, box(160, 40, 67, 300, '甲乙丙丁戊/己', { left })];
    expect(tables(page(cells(4)))[0]?.[0]).toBe('名称\t目标\t甲乙丙丁戊己');
    expect(tables(page(cells(1)))[0]?.[0]).toBe('名称\t目标\t甲乙丙丁戊\\n己');
  });

  it('is not where other programs hold on to a bracket and the number behind it', () => {
    // Lines have room for 14 characters: behind the first is some for 下), but not for 下)0.3.
    const lines = '一二三四五六七八九十一以/下)0.3万元一二三四五六七/一二三四五六七八九十一二三四/完。';
    expect(textIn(153, lines, { top: true })).toBe(lines.replaceAll('/', ''));
    const ended = lines.replace('下)0.3', '下)零点三');
    expect(textIn(153, ended, { top: true })).toBe(ended.replace('/', '\\n').replaceAll('/', ''));
  });

  it('is not where a number and the Han before it have no room for what stands between them', () => {
    const cells = (width: number) => [...manyCells, box(160, 40, width, 300, '指标/10:', { center: true })];
    expect(tables(page(cells(59)))[0]?.[0]).toBe('名称\t目标\t指标10:');
    expect(tables(page(cells(62)))[0]?.[0]).toBe('名称\t目标\t指标\\n10:');
  });

  it('is not in a centred label broken early, in a table of one face', () => {
    const cells = [box(20, 40, 80, 50, '社会效益/指标', { center: true }), box(100, 40, 200, 50, '推动发展')];
    expect(tables(page(cells))).toEqual([['社会效益指标\t推动发展']]);
  });

  it('is in a centred text of numbers, and in a centred value where labels have a face of their own', () => {
    const numbers = box(20, 40, 80, 50, '10%/20%', { center: true });
    expect(tables(page([numbers, box(100, 40, 200, 50, '推动发展')]))).toEqual([['10%\\n20%\t推动发展']]);
    const value = box(100, 40, 200, 50, '优秀/良好', { center: true });
    expect(tables(page([label(20, 40, 80, 50, '指标值'), value]))).toEqual([['指标值\t优秀\\n良好']]);
  });
});

describe('a blank where a line was broken', () => {
  it('comes back between letters and digits that had room together', () => {
    expect(textIn(158, '采购文书（GB∕T/9704）', { top: true })).toBe('采购文书（GB∕T 9704）');
  });

  it('comes back where another letter had room, though the next word had none', () => {
    expect(textIn(88, 'Node/20LTS', { top: true })).toBe('Node 20LTS');
  });

  it('does not where a number was broken because it is too long for a line, or because the line was full', () => {
    expect(textIn(68, '1020.1/35', { center: true })).toBe('1020.135');
    expect(textIn(88, '一二三四五六AB/CD', { top: true })).toBe('一二三四五六ABCD');
  });

  const rows = (...texts: readonly string[]) =>
    tables(page(texts.map((text, i) => box(20, 40 + i * 50, 120, 50, text, { top: true })))).flat();

  it('comes back behind a mark that the table sets with a blank, and only then', () => {
    const [one, two] = ['目标1: 改善', '目标2: 提高'];
    expect(rows(one, two, '职能一职能职能1:/社会救助').at(-1)).toBe('职能一职能职能1: 社会救助');
    expect(rows(one, two, '目标3:保持', '职能一职能职能1:/社会救助').at(-1)).toBe('职能一职能职能1:社会救助');
    expect(rows(one, '职能一职能职能1:/社会救助').at(-1)).toBe('职能一职能职能1:社会救助');
  });

  it('does not where the program draws blanks at the ends of lines', () => {
    const [one, two] = ['目标1: 改善', '目标2: 提高'];
    const drawn = '职能一职能一职能 /社会救助';
    expect(rows(one, two, drawn, '职能一职能职能1:/社会救助').at(-1)).toBe('职能一职能职能1:社会救助');
  });
});
