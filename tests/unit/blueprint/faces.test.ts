import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/base/index.ts';
import { openShelf, type Shelf } from '../../../src/blueprint/index.ts';
import { commons, type Files, saidBy, successOf, told, worldOf } from './support.ts';

const FACES = 'fonts/faces.yaml';
const opened = (files: Files, folders: readonly string[] = ['fonts']): Outcome<Shelf> =>
  openShelf(worldOf({ ...commons, ...files }), ['templates'], folders);

describe('faces.yaml', () => {
  test('gives each face its files in order and its name on the desk', () => {
    const { faces } = successOf(opened({})).commons;
    expect(faces.get('黑体')).toEqual({ files: ['fonts/a.ttf', 'fonts/b.ttf'], deskName: '黑黑' });
    expect(faces.get('宋体')?.deskName).toBe('宋体');
  });

  test.each([
    ['宋体: { 文件: [] }', '1:1 «宋体» B002 字体“宋体”没有文件 → 写成“文件: [字体.ttf]”。'],
    ['宋体: { 字库名: 宋体 }', '1:1 «宋体» B002 字体“宋体”没有文件 → 写成“文件: [字体.ttf]”。'],
    ['宋体: { 文件: a.ttf }', '1:11 «a.ttf» B004 “文件”应是一列词 → 写成“文件: [甲, 乙]”这样。'],
    ['宋体: { 文件: [a.ttf], 名: 宋 }', '1:20 «名» B003 字体“宋体”里没有“名”这一项 → 可以写的有：文件、字库名。'],
    ['宋体: a.ttf', '1:5 «a.ttf» B004 “宋体”下面应是一组“名称: 内容” → 在下一行缩进两格，写“名称: 内容”。'],
    ['- 宋体', '1:1 «- 宋体» B004 这个文件应是一组“名称: 内容” → 每行写“名称: 内容”。'],
  ])('%s', (text, fault) => {
    expect(told(opened({ [FACES]: text }), text)).toEqual([fault]);
  });
});

describe('a folder of the user’s own fonts', () => {
  const own = ['我的', 'fonts'];
  const withOwn = (faces: string, files: Files = { '我的/甲.ttf': '' }): Outcome<Shelf> =>
    opened({ '我的/faces.yaml': faces, ...files }, own);

  test('is asked first, and the installation’s files of the same face follow', () => {
    const { faces } = successOf(withOwn('黑体: { 文件: [甲.ttf] }')).commons;
    expect(faces.get('黑体')?.files).toEqual(['我的/甲.ttf', 'fonts/a.ttf', 'fonts/b.ttf']);
    expect(faces.get('宋体')?.files).toEqual(['fonts/a.ttf']);
  });

  test('keeps the name on the desk where it gives none', () => {
    expect(successOf(withOwn('黑体: { 文件: [甲.ttf] }')).commons.faces.get('黑体')?.deskName).toBe('黑黑');
    const named = withOwn('黑体: { 文件: [甲.ttf], 字库名: 方正黑体 }');
    expect(successOf(named).commons.faces.get('黑体')?.deskName).toBe('方正黑体');
  });

  test('may change the name on the desk alone', () => {
    const { faces } = successOf(withOwn('黑体: { 字库名: 方正黑体 }')).commons;
    expect(faces.get('黑体')).toEqual({ files: ['fonts/a.ttf', 'fonts/b.ttf'], deskName: '方正黑体' });
  });

  test('may add faces, from its own files and the installation’s', () => {
    const { faces } = successOf(withOwn('楷体: { 文件: [甲.ttf, b.ttf] }')).commons;
    expect(faces.get('楷体')).toEqual({ files: ['我的/甲.ttf', 'fonts/b.ttf'], deskName: '楷体' });
  });

  test('hides a file of the installation that has the same name', () => {
    const { faces } = successOf(withOwn('宋体: { 文件: [a.ttf] }', { '我的/a.ttf': '' })).commons;
    expect(faces.get('宋体')?.files).toEqual(['我的/a.ttf', 'fonts/a.ttf']);
  });

  test('a file named again further on stands once in the chain', () => {
    const { faces } = successOf(withOwn('黑体: { 文件: [b.ttf] }')).commons;
    expect(faces.get('黑体')?.files).toEqual(['fonts/b.ttf', 'fonts/a.ttf']);
  });

  test('tells where each file of its own is named first, and no file of the installation', () => {
    const text = '黑体: { 文件: [b.ttf, 甲.ttf] }\n宋体: { 文件: [甲.ttf] }';
    const { addedFonts } = successOf(withOwn(text));
    expect([...addedFonts]).toEqual([['我的/甲.ttf', { file: '我的/faces.yaml', start: 18, end: 23 }]]);
    expect(successOf(opened({})).addedFonts.size).toBe(0);
  });

  test.each([
    ['宋体: { 文件: [乙.tff] }', '1:12 «乙.tff» B008 没有“乙.tff”这个字库文件 → 是不是“乙.ttf”？'],
    [
      '宋体: { 文件: [方正大标宋简体.otf] }',
      '1:12 «方正大标宋简体.otf» B008 没有“方正大标宋简体.otf”这个字库文件 → 把它放进文件夹 我的，或者改成已有的：乙.ttf、a.ttf、b.ttf。',
    ],
    ['楷体: { 字库名: 楷体 }', '1:1 «楷体» B002 字体“楷体”没有文件 → 写成“文件: [字体.ttf]”。'],
  ])('%s', (text, fault) => {
    expect(told(withOwn(text, { '我的/乙.ttf': '', '我的/说明.txt': '' }), text)).toEqual([fault]);
  });

  test('a fault of the installation’s own faces.yaml is told too, in that file', () => {
    const outcome = opened({ '我的/faces.yaml': '黑体: { 字库名: 黑 }', [FACES]: '宋体: { 文件: [无.ttf] }' }, own);
    expect(saidBy(outcome)).toMatchObject([{ code: 'B008', at: { file: FACES } }]);
  });
});
