import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPdf, textOf } from '../../../src/read/index.ts';
import { folderWith, runCli, soundValue } from './support.ts';

const form = (columns: number): Readonly<Record<string, string>> => ({
  '表/月报/form.yaml': `表: 月报
字段: { 单位: 文字, 甲: { 类型: 金额, 单位: 万元 } }
汇总:
  单位名称: 单位
${Array.from({ length: columns }, (_, i) => `  预算${i + 1}: 甲\n`).join('')}  起页: { 册: 起页 }
`,
  '表/月报/form.hbs':
    '<form><title>月报</title><table><band columns="40 60"><row><cell>{{单位}}</cell><cell>{{甲}}</cell></row></band></table></form>\n',
  'data/1.yaml': '表: 月报\n单位: 清溪县某某局\n甲: 9876543.5\n',
  'data/2.yaml': '表: 月报\n单位: 清溪县某某中心\n甲: 8765432.1\n',
});

async function packed(columns: number) {
  const folder = folderWith(form(columns));
  const ran = await runCli('pack', `${folder}/data`, '--templates', `${folder}/表`, '-o', `${folder}/a.pdf`);
  const content = soundValue(await readPdf(readFileSync(`${folder}/a.pdf`), 'a.pdf'));
  const [, page] = content.pages;
  if (page === undefined) throw new Error('no summary');
  return { ...ran, text: textOf({ ...content, pages: [page] }), isAcross: page.width > page.height };
}

describe('the summary of a volume', () => {
  test('stands upright while its amounts fit', async () => {
    const { isAcross, text, err } = await packed(4);
    expect({ isAcross, err }).toEqual({ isAcross: false, err: '' });
    expect(text).toContain('9,876,543.50');
  });

  test('lies across where they would be broken on upright paper', async () => {
    const { isAcross, text, err } = await packed(6);
    expect({ isAcross, err }).toEqual({ isAcross: true, err: '' });
    expect(text.match(/9,876,543\.50/gu)).toHaveLength(6);
  });

  test('says so once where even that is too narrow', async () => {
    const { code, isAcross, err } = await packed(16);
    expect({ code, isAcross }).toEqual({ code: 0, isAcross: true });
    expect(err.match(/警告\[T002\]/gu)).toHaveLength(1);
    expect(err).toMatch(/汇总表的栏太多，纸横放也排不下，有 \d+ 个数从中间断开/u);
  });
});

test('records that have nothing in a column are told, because the sum is without them', async () => {
  const folder = folderWith({ ...form(2), 'data/3.yaml': '表: 月报\n单位: 清溪县某某站\n甲:\n' });
  const ran = await runCli('pack', `${folder}/data`, '--templates', `${folder}/表`, '-o', `${folder}/a.zip`);
  expect(ran.out).toContain('月报的汇总表：空着的没有算进合计：“预算1”1 份、“预算2”1 份。\n');
});

test('records of several years are told apart, and it is said that the sums have all of them', async () => {
  const record = readFileSync('data/云澜区/城乡供水管网改造-2025.yaml', 'utf8');
  const of = (year: number): string => record.replace('年度: 2025', `年度: ${year}`);
  const folder = folderWith({ 'data/甲.yaml': of(2024), 'data/乙.yaml': of(2025) });
  const ran = await runCli('pack', `${folder}/data`, '-o', `${folder}/a.pdf`);
  expect(ran.out).toContain('项目支出绩效目标表的汇总表：有 2024、2025 几个年度，合计把它们加在一起。\n');
  const contents = textOf(soundValue(await readPdf(readFileSync(`${folder}/a.pdf`), 'a.pdf')));
  for (const year of [2024, 2025]) expect(contents).toContain(`，${year} 年）`);
});
