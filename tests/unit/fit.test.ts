import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pt } from '../../src/base/index.ts';
import type { SetDocument } from '../../src/pipeline.ts';
import { noWishes } from '../../src/wishes.ts';
import { realPress } from '../support/real-world.ts';
import { successOf } from '../support/set-form.ts';
import { folderWith, runCli } from './cli/support.ts';

const FILE = 'data/增城区/民政局.yaml';
const FORM = 'templates/增城区部门整体预算绩效目标申报表/form.yaml';
const record = readFileSync(FILE, 'utf8');
const form = readFileSync(FORM, 'utf8');

type Asked = { readonly inRecord?: string; readonly inForm?: string; readonly asked?: number };

const outcomeOf = ({ inRecord = '', inForm = '', asked }: Asked) =>
  realPress(
    new Map([
      [FILE, `${record}\n${inRecord}`],
      [FORM, `${form}\n${inForm}`],
    ]),
    { ...noWishes, fit: asked ?? null },
  ).check(FILE);

const setWith = async (asked: Asked): Promise<SetDocument> => successOf(await outcomeOf(asked));

const faultsOf = async (asked: Asked) => {
  const outcome = await outcomeOf(asked);
  const problems = outcome.ok ? [] : outcome.problems.filter(({ severity }) => severity === 'error');
  return problems.map(({ code, message, advice }) => [code, message, advice]);
};

/** The sizes of the texts in cells, in points. */
const sizesOf = ({ paged }: SetDocument): number[] => [
  ...new Set(
    paged.pages.flatMap(({ texts }) =>
      texts.flatMap(({ owner, line }) => (owner.kind === 'cell' ? line.fragments.map(({ size }) => size / 1000) : [])),
    ),
  ),
];

test('L003 says of a form that begins more pages itself that less text is of no use', async () => {
  const folder = folderWith({
    'mine/报告/form.yaml': '表: 报告\n版本: "1"\n字段: { 单位: 文字 }\n',
    'mine/报告/form.hbs':
      '<form><cover><title>报告</title></cover><table><band columns="100"><row><cell>{{单位}}</cell></row></band></table><page/><title>附</title></form>',
    'data/甲.yaml': '表: 报告\n单位: 甲局\n',
  });
  const asked = (pages: string) => runCli('check', `${folder}/data`, '--fit', pages, '--templates', `${folder}/mine`);
  expect(await asked('3')).toMatchObject({ code: 0 });
  const { err } = await asked('2');
  expect(err).toContain('自己分成 3 部分，各自另起一页，一共要 3 页，排不进 2 页');
  expect(err).toContain('把页数改成 3 页；删减文字不管用');
});

test('L003 counts the blank back of a cover that is printed on both sides', async () => {
  const folder = folderWith({
    'mine/报告/form.yaml': '表: 报告\n版本: "1"\n页面: { 双面: 是 }\n字段: { 单位: 文字 }\n',
    'mine/报告/form.hbs':
      '<form><cover><title>报告</title></cover><table><band columns="100"><row><cell>{{单位}}</cell></row></band></table></form>',
    'data/甲.yaml': '表: 报告\n单位: 甲局\n',
  });
  const { err } = await runCli('check', `${folder}/data`, '--fit', '2', '--templates', `${folder}/mine`);
  expect(err).toContain('自己分成 2 部分，各自另起一页，双面打印时封面的背面空着，一共要 3 页，排不进 2 页');
});

describe('a number of pages is held by smaller text, the same in all cells', () => {
  test('asked for by the record', async () => {
    const set = await setWith({ inRecord: '排版: { fit: 2页 }' });
    expect(set.paged.pages).toHaveLength(2);
    expect(set.fitted?.size).toBeLessThan(pt(10.5));
    expect(sizesOf(set)).toEqual([(set.fitted?.size ?? 0) / 1000]);
  });

  test('asked for by the form, with the number alone too', async () => {
    expect((await setWith({ inForm: 'fit: 2' })).paged.pages).toHaveLength(2);
  });

  test('asked for on the command line, which goes before the record, which goes before the form', async () => {
    expect((await setWith({ inForm: 'fit: 9页', inRecord: '排版: { fit: 2 }' })).paged.pages).toHaveLength(2);
    expect((await setWith({ inRecord: '排版: { fit: 9 }', asked: 2 })).paged.pages).toHaveLength(2);
  });

  test('with the largest size: half a point more takes more pages even with the tightest paddings', async () => {
    const { fitted } = await setWith({ asked: 2 });
    const larger = `字: { 栏目: 黑体 ${(fitted?.size ?? 0) / 1000 + 0.5}pt, 正文: 宋体 ${(fitted?.size ?? 0) / 1000 + 0.5}pt }`;
    const set = await setWith({ inForm: `${larger}\n表格: { 横: 2pt, 纵: 1pt }` });
    expect(set.paged.pages.length).toBeGreaterThan(2);
  });

  test('of half points, wherever the form begins, and the size told is the size set', async () => {
    const set = await setWith({ inForm: '字: { 正文: 宋体 10.2pt }', asked: 2 });
    const size = set.fitted?.size ?? pt(0);
    expect(size % pt(0.5)).toBe(0);
    expect(sizesOf(set)).toContain(size / 1000);
    const larger = await setWith({
      inForm: `字: { 栏目: 黑体 ${size / 1000 + 0.5}pt, 正文: 宋体 ${size / 1000 + 0.5}pt }\n表格: { 横: 2pt, 纵: 1pt }`,
    });
    expect(larger.paged.pages.length).toBeGreaterThan(2);
  });

  test('and nothing changes where it fits as it is', async () => {
    const set = await setWith({ asked: 5 });
    expect(set.fitted).toBeNull();
    expect(sizesOf(set)).toEqual([10.5]);
  });

  test('with less padding alone where that is enough', async () => {
    const usual = (await setWith({})).paged.pages.length;
    const set = await setWith({ inForm: '表格: { 纵: 9pt }', asked: usual });
    expect(set.fitted).toMatchObject({ size: pt(10.5), usual: pt(10.5) });
    expect(set.fitted?.padY).toBeLessThan(pt(9));
  });
});

describe('what cannot be', () => {
  test('says how many pages it takes at least', async () => {
    expect(await faultsOf({ asked: 1 })).toEqual([
      ['L003', '缩到六号字、格子留最少的空，也要 2 页，排不进 1 页', '删减文字，或把页数改成 2 页。'],
    ]);
  });

  test.each([
    ['排版: { fit: 零页 }', 'R005', '“fit”应是 1 到 99 页，这里写的是“零页”', '写成“排版: { fit: 2页 }”。'],
    ['排版: { fti: 2页 }', 'R002', '“排版”里没有“fti”这一项', '是不是“fit”？'],
    ['排板: { fit: 2页 }', 'R002', '这里没有“排板”这一项', '是不是“排版”？'],
    ['排版: 2页', 'R008', '“排版”应是一组', '写成“排版: { fit: 2页 }”。'],
  ])('%s is told', async (inRecord, ...expected) => {
    expect(await faultsOf({ inRecord })).toEqual([expected]);
  });

  test('a wrong number on the command line is wrong usage', async () => {
    const { code, err } = await runCli('check', FILE, '--fit', '两页');
    expect(code).toBe(2);
    expect(err).toContain('--fit 后面写页数，1 到 99，不能写“两页”。');
  });
});

test('the command line says how a document was made to fit', async () => {
  const { code, out } = await runCli('check', FILE, '--fit', '2页');
  expect(code).toBe(0);
  expect(out).toMatch(/为排成 2 页：文字用 [\d.]+pt（原来 10\.5pt），格子里上下各空 [\d.]+pt、左右各空 [\d.]+pt。/);
});
