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
