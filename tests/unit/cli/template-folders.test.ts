import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeWorld } from '../../../src/cli/disk/world.ts';
import { fencedWorld, templateFolders } from '../../../src/cli/inputs/template-folders.ts';
import { codesOf, folderWith, problemsOf, runCli, soundValue, standIn } from './support.ts';

const installed = path.resolve('templates');
const form = (name: string, more = ''): string => `表: ${name}\n版本: '1'\n${more}字段: { 名称: 文字 }\n`;
const table =
  '<form><title>题</title><table><band columns="100"><row><cell>{{名称}}</cell></row></band></table></form>';

describe('which folders with templates', () => {
  it('the one that is named, before the installation’s own', () => {
    const folder = folderWith({ 'mine/甲/form.yaml': form('甲') });
    expect(soundValue(templateFolders(`${folder}/mine/`, installed))).toEqual([`${folder}/mine`, installed]);
  });

  it('else templates/ in the current folder, where it holds a form or what forms share', () => {
    standIn(folderWith({ 'templates/甲/form.yaml': form('甲') }));
    expect(soundValue(templateFolders(undefined, installed))).toEqual(['templates', installed]);
    standIn(folderWith({ 'templates/共用/体系.yaml': '别名: {}' }));
    expect(soundValue(templateFolders(undefined, installed))).toEqual(['templates', installed]);
    standIn(folderWith({ 'templates/page.html': '' }));
    expect(soundValue(templateFolders(undefined, installed))).toEqual([installed]);
  });

  it('the installation’s own count once, by whatever path', () => {
    const folder = folderWith();
    symlinkSync(installed, `${folder}/templates`);
    standIn(folder);
    expect(soundValue(templateFolders(undefined, installed))).toEqual([installed]);
    expect(soundValue(templateFolders('templates', installed))).toEqual([installed]);
  });

  it('E001 for a folder that is not there, that holds no form, or that is a form itself', () => {
    const folder = folderWith({ 'mine/a.txt': '', 'forms/甲/form.yaml': form('甲') });
    expect(codesOf(templateFolders(`${folder}/my`, installed))).toEqual(['E001']);
    expect(problemsOf(templateFolders(`${folder}/mine`, installed))[0]?.message).toContain('里没有表');
    expect(problemsOf(templateFolders(`${folder}/forms/甲`, installed))[0]?.advice).toContain(
      `--templates ${folder}/forms。`,
    );
  });
});

describe('a world that keeps to the template folders', () => {
  it('does not see links that lead out of them, and sees those that stay', () => {
    const folder = folderWith({ 'secret/form.yaml': 'a: b', 'secret.hbs': 'x', 'mine/甲/form.yaml': form('甲') });
    symlinkSync(`${folder}/secret`, `${folder}/mine/乙`);
    symlinkSync(`${folder}/mine/甲`, `${folder}/mine/丙`);
    symlinkSync(`${folder}/secret.hbs`, `${folder}/mine/甲/form.hbs`);
    symlinkSync(`${folder}/nowhere`, `${folder}/mine/甲/部.hbs`);
    const mine = `${folder}/mine`;
    const world = fencedWorld(nodeWorld(), [mine, installed]);
    expect(world.listFolders(mine)).toEqual(['丙', '甲']);
    expect(world.listFiles(`${mine}/甲`)).toEqual(['form.yaml']);
    expect(nodeWorld().listFiles(`${mine}/甲`)).toEqual(['form.hbs', 'form.yaml']);
    expect(world.listFiles(installed[0] as string)).toEqual(nodeWorld().listFiles(installed[0] as string));
  });
});

describe('forms of the user', { timeout: 60_000 }, () => {
  it('are listed, checked and set beside those of the installation, whose forms and partials they may use', async () => {
    const folder = folderWith({
      'data/甲.yaml': '表: 甲\n名称: 某局\n',
      'data/乙.yaml': '表: 乙\n年度: 2024\n',
      'templates/甲/form.yaml': form('甲'),
      'templates/甲/form.hbs': table,
      'templates/乙/form.yaml':
        '表: 乙\n沿用: 共用/广东\n字段: { 绩效指标: { 体系: 本地 }, 部门名称: 无 }\n署名: 无\n检查: 无\n汇总: 无\n',
      'templates/乙/form.hbs': table.replace('<row><cell>{{名称}}</cell></row>', '<row><cell>{{年度}}</cell></row>'),
      'templates/共用/体系.yaml': '体系: { 本地: { 一级: { 产出: [] } } }',
    });
    standIn(folder);
    const { out } = await runCli('forms');
    expect(out).toMatch(/^乙\n {2}.*年度.*\n/mu);
    expect(out).toContain('甲\n  名称\n');
    expect(out).toContain('\n大朗镇部门整体预算绩效目标表\n');
    expect(await runCli('render', 'data/甲.yaml', '-o', 'out')).toMatchObject({ code: 0, err: '' });
    expect(await runCli('check', 'data/甲.yaml', '--templates', `${folder}/templates`)).toMatchObject({ code: 0 });
    expect((await runCli('forms', '--check')).out).toBe(
      'templates/乙：6 个警告\ntemplates/甲：没有问题\n2 张表没有错误（1 张表有警告）。\n',
    );
  });

  it('with faults do not hide the others, and forms --check tells all faults of all of them', async () => {
    const folder = folderWith({
      'templates/坏/form.yaml': '表: 坏\n字段: { 名称: 文子 }\n',
      'templates/空/form.yaml': form('空', '').replace(
        '名称: 文字',
        '名称: 文字, 列: { 类型: 列表, 必填: 是, 每项: 文字 }',
      ),
      'templates/空/form.hbs': table.replace(
        '</band>',
        '<group><label>列</label>{{#each 列}}<row><cell span="2">{{this}}</cell></row>{{/each}}</group></band>',
      ),
      'templates/共用/部件/废.hbs': '{{#each}',
      'templates/名/form.yml': form('名'),
      'templates/没样子/form.yaml': form('没样子'),
      'templates/别的/a.txt': '',
    });
    const where = ['--templates', `${folder}/templates`];
    const list = await runCli('forms', ...where);
    expect(list).toMatchObject({ code: 1, out: expect.stringContaining('坏\n  （有错误，不能用）\n') });
    expect(list.out).toContain('福田区部门整体支出绩效目标表\n  年度、');
    const { code, out, err } = await runCli('forms', '--check', ...where);
    expect(code).toBe(1);
    expect(out).toContain(`/templates/坏：1 个错误\n`);
    expect(out).toContain('0 张表没有问题，3 张表有错误；表以外还有 3 处问题。');
    for (const part of [
      '错误[B004]',
      '错误[F009]',
      '错误[G002]',
      '错误[F001]',
      'form.hbs:1:',
      '什么也没填的数据试排时',
    ])
      expect(err).toContain(part);
    expect(await runCli('forms', '--check', '福田区部门整体支出绩效目标表', ...where)).toMatchObject({
      code: 0,
      err: '',
    });
    expect(await runCli('forms', '--check', '福天区部门整体支出绩效目标表', ...where)).toMatchObject({
      code: 1,
      err: expect.stringContaining('是不是“福田区部门整体支出绩效目标表”？'),
    });
  });
});
