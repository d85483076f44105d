import { symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from './support.ts';

const form = (name: string): string => `表: ${name}\n版本: '1'\n字段: { 名称: 文字 }\n`;
const table = (more = ''): string =>
  `<form><title>题</title><table><band columns="100"><row><cell>{{名称}}</cell></row>${more}</band></table></form>`;

const check = async (folder: string) => {
  const { code, out, err } = await runCli('forms', '--check', '--templates', `${folder}/mine`);
  return {
    code,
    out: out.replaceAll(folder, ''),
    told: (err.match(/\S+ 错误\[.*/g) ?? []).map((line) => line.replaceAll(folder, '')),
  };
};

describe('F011: what is printed nowhere', () => {
  const fields = `表: 甲
版本: '1'
字段:
  年度: 年份
  名称: 文字
  备注: 段落
  明细: { 类型: 列表, 字段: { 项: 文字, 额: { 类型: 金额, 单位: 元 } } }
  合计: { 类型: 金额, 单位: 元, 求和: 明细.额 }
  要点: { 类型: 列表, 每项: 文字 }
  绩效: { 类型: 指标, 体系: '2015', 列: { 指标: 文字, 年度值: 指标值, 周期值: 指标值 } }
`;
  const row = (text: string): string => `<row><cell>${text}</cell></row>`;
  const told = async (form: string, record: string) => {
    const body = `<form><title>题</title><table><band columns="100">${form}</band></table></form>`;
    const folder = folderWith({ 'mine/甲/form.yaml': fields, 'mine/甲/form.hbs': body, 'a.yaml': record });
    const names = (err: string): string[] => err.match(/(?<=警告\[F011\] ).*(?=没有印)/g) ?? [];
    const templates = ['--templates', `${folder}/mine`];
    const ofForm = await runCli('forms', '--check', ...templates);
    const ofRecord = await runCli('check', `${folder}/a.yaml`, ...templates);
    return { form: names(ofForm.err), record: names(ofRecord.err), codes: [ofForm.code, ofRecord.code] };
  };
  const record = `表: 甲
年度: 2024
名称: 某
备注: 写了
明细: [{ 项: 一, 额: 1 }, { 项: 二 }]
要点: [三]
绩效: { 产出指标: { 数量指标: [{ 指标: 件数, 年度值: 3件 }] } }
`;

  test('is told of the form, of a whole list at once, and of a record where it says something there', async () => {
    const found = await told(row('{{名称}}{{#each 明细}}{{项}}{{/each}}'), record);
    expect(found).toEqual({
      form: ['“备注”', '“额”', '“要点”', '“绩效”'],
      record: ['“备注”', '“额”', '“要点”', '“指标”', '“年度值”'],
      codes: [0, 0],
    });
  });

  test('is nothing where all is printed, by name or together, in a partial or where a condition holds', async () => {
    const tree =
      '{{#each 绩效}}{{#each 下级}}{{#each 行}}{{指标}}{{#each 值}}{{this}}{{/each}}{{/each}}{{/each}}{{/each}}';
    const lists = '{{#each 明细}}{{项}}{{额}}{{/each}}{{#each 要点}}{{this}}{{/each}}';
    const found = await told(row(`{{名称}}{{#if 备注}}{{备注}}{{/if}}${lists}${tree}`), record);
    expect(found).toEqual({ form: [], record: [], codes: [0, 0] });
  });
});

describe('biaoli forms --check', () => {
  test('tells of links that lead out of the templates, and only of those', async () => {
    const folder = folderWith({
      'secret/form.yaml': 'a: b',
      'mine/甲/form.yaml': form('甲'),
      'mine/甲/form.hbs': table(),
      'mine/丁/form.txt': '',
    });
    symlinkSync(`${folder}/secret`, `${folder}/mine/乙`);
    symlinkSync(`${folder}/mine/甲/form.hbs`, `${folder}/mine/甲/同.hbs`);
    symlinkSync(`${folder}/secret/form.yaml`, `${folder}/mine/丁/form.yaml`);
    const { code, out, told } = await check(folder);
    expect({ code, out }).toEqual({ code: 1, out: '/mine/甲：没有问题\n1 张表没有问题；表以外还有 2 处问题。\n' });
    expect(told).toEqual([
      '/mine/丁/form.yaml 错误[E002] “form.yaml”是一个链接，指到模板文件夹 /mine 外面（或指不到文件），当作没有它',
      '/mine/乙 错误[E002] “乙”是一个链接，指到模板文件夹 /mine 外面（或指不到文件），当作没有它',
    ]);
  });

  test('tells of form.hbs and of sums along with form.yaml, as long as the fields are known', async () => {
    const check甲 = (fields: string) =>
      `表: 甲\n页面: { 方向: 斜向 }\n字段: { 名称: ${fields} }\n检查: { 乙: { 左: 丙, 关系: 等于, 右: 1 } }\n`;
    const told甲 = async (fields: string) => {
      const body = table('<row><cell>{{丁}}</cell></row>');
      return (await check(folderWith({ 'mine/甲/form.yaml': check甲(fields), 'mine/甲/form.hbs': body }))).told;
    };
    expect(await told甲('文字')).toEqual([
      '/mine/甲/form.hbs:1:91 错误[F008] 这里没有“丁”这个字段',
      '/mine/甲/form.yaml:2:11 错误[B004] “方向”不认识“斜向”',
      '/mine/甲/form.yaml:4:15 错误[C001] 检查“乙”：字段里没有“丙”',
    ]);
    expect(await told甲('文宇')).toEqual([
      '/mine/甲/form.yaml:2:11 错误[B004] “方向”不认识“斜向”',
      '/mine/甲/form.yaml:3:11 错误[B004] 没有“文宇”这种类型',
    ]);
  });

  test('tells of a style of form.yaml that is wrong, and not that form.hbs names it', async () => {
    const folder = folderWith({
      'mine/甲/form.yaml': '表: 甲\n样式: { 封面题: 仿 三号, 封面字: 宋体 三号 }\n字段: { 名称: 文字 }\n',
      'mine/甲/form.hbs': table('<row><cell>{{名称}}</cell></row>').replace('<title>', '<title style="封面题">'),
    });
    expect((await check(folder)).told).toEqual(['/mine/甲/form.yaml:2:12 错误[B007] 没有“仿”这种字体']);
  });

  test('tells of sums that lead back to themselves or to texts, and tries the form without them', async () => {
    const folder = folderWith({
      'mine/甲/form.yaml':
        '表: 甲\n字段:\n  名称: 文字\n  丙: { 类型: 金额, 求和: 丁 }\n  丁: { 类型: 金额, 求和: 丙 }\n  戊: { 类型: 金额, 求和: 名称 }\n',
      'mine/甲/form.hbs': table('<row><cell>{{名称}}{{丙}}{{丁}}{{戊}}</cell></row>'),
    });
    const { code, told } = await check(folder);
    expect(code).toBe(1);
    expect(told.map((line) => line.replace(/^.*错误/u, ''))).toEqual([
      expect.stringContaining('[B004] “丙”的“求和: 丁”不对：加来加去加到了它自己'),
      expect.stringContaining('[B004] “丁”的“求和: 丙”不对：加来加去加到了它自己'),
      expect.stringContaining('[B004] “戊”的“求和: 名称”不对：它指到的不是金额'),
    ]);
  });

  test('tells of what is wrong with partials that no form calls', async () => {
    const folder = folderWith({
      'mine/甲/form.yaml': form('甲'),
      'mine/甲/form.hbs': table(),
      'mine/甲/坏.hbs': '<row><cel/></row>',
      'mine/共用/部件/断.hbs': '{{#if 名称}}<row><cell/></row>',
      'mine/共用/部件/好.hbs': '{{#if 名称}}<row><cell>{{名称}}</cell></row>{{/if}}',
    });
    const { code, told } = await check(folder);
    expect(code).toBe(1);
    expect(told).toEqual([
      '/mine/共用/部件/断.hbs:1:1 错误[F001] {{#if}} 没有 {{/if}}',
      '/mine/甲/坏.hbs:1:6 错误[F005] 没有 <cel> 这种元素',
    ]);
  });

  test('tells once of a faulty partial that a form calls', async () => {
    const folder = folderWith({
      'mine/甲/form.yaml': form('甲'),
      'mine/甲/form.hbs': table('{{> 坏}}'),
      'mine/甲/坏.hbs': '<row><cel/></row>',
    });
    const { code, told } = await check(folder);
    expect(code).toBe(1);
    expect(told.filter((line) => line.includes('<cel>'))).toHaveLength(1);
  });

  test('says of a template with a NUL that it is a template', async () => {
    const folder = folderWith({ 'mine/甲/form.yaml': form('甲'), 'mine/甲/form.hbs': table('\0') });
    const { told } = await check(folder);
    expect(told).toEqual(['/mine/甲/form.hbs 错误[E004] 不是文本文件：里面有编码为 0 的字符']);
  });
});
