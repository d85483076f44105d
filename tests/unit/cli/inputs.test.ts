import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { findApart, findFiles, findInputs, findRecords } from '../../../src/cli/inputs/inputs.ts';
import { codesOf, folderWith, problemsOf, soundValue, standIn } from './support.ts';

const targets = (...args: string[]): string[] => soundValue(findInputs(args)).map((one) => one.target);

describe('inputs', () => {
  it('a folder gives all YAML files below it, sorted, hidden ones and node_modules left out', () => {
    const folder = folderWith({
      'in/b.yaml': '',
      'in/a.yml': '',
      'in/d/C.YAML': '',
      'in/x.txt': '',
      'in/.h.yaml': '',
      'in/.git/a.yaml': '',
      'in/node_modules/a.yaml': '',
    });
    symlinkSync(folder, `${folder}/in/loop`);
    const files = soundValue(findInputs([`${folder}/in/`])).map((one) => path.relative(folder, one.file));
    expect(files).toEqual(['in/a.yml', 'in/b.yaml', 'in/d/C.YAML']);
  });

  it('links to folders are followed, each place once, however they lead round', () => {
    const folder = folderWith({ 'in/甲/a.yaml': '', 'disk/镇/b.yaml': '', 'disk/镇/下/c.yaml': '' });
    symlinkSync('../disk/镇', `${folder}/in/乙镇`);
    symlinkSync('甲', `${folder}/in/又`);
    symlinkSync('..', `${folder}/in/甲/环`);
    symlinkSync('../../in', `${folder}/disk/镇/回`);
    const found = (arg: string) => soundValue(findInputs([arg])).map((one) => path.relative(folder, one.file));
    const all = ['in/乙镇/b.yaml', 'in/乙镇/下/c.yaml', 'in/甲/a.yaml'];
    expect(found(`${folder}/in`).toSorted()).toEqual(all.toSorted());
    expect(
      found(`${folder}/in/**/*.yaml`)
        .map((file) => path.basename(file))
        .toSorted(),
    ).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
  });

  it('E001 and E002 say what is wrong with a name', () => {
    const folder = folderWith();
    symlinkSync('没有.yaml', `${folder}/断.yaml`);
    expect(problemsOf(findInputs([`${folder}/断.yaml`]))[0]?.message).toContain('这是一个链接，它指的文件不在了');
    expect(problemsOf(findInputs([`${folder}/\uFFFD.yaml`]))[0]?.message).toContain('不是 UTF-8 编码');
  });

  it('forms, what they share and the names of fonts are no records', () => {
    const folder = folderWith({
      'a.yaml': '',
      'fonts/faces.yaml': '',
      'templates/表/form.yaml': '',
      'templates/共用/体系.yaml': '',
      'data/b.yaml': '',
      'data/共用/c.yaml': '',
      'data/form.yaml': '',
    });
    for (const arg of [folder, `${folder}/**/*.yaml`]) expect(targets(arg)).toEqual(['a', 'b', '共用/c']);
    for (const arg of ['templates', 'templates/表', 'templates/表/form.yaml'])
      expect(
        problemsOf(findInputs([`${folder}/${arg}`])).map(({ code, message }) => [code, message.includes('表')]),
      ).toEqual([['E005', true]]);
  });

  it('mirror what lies below the nearest folder named data, however they are named', () => {
    const folder = folderWith({ 'data/old/data/大朗镇/甲.yaml': '' });
    const file = `${folder}/data/old/data/大朗镇/甲.yaml`;
    for (const arg of [file, `${folder}/data`, path.dirname(file), `${folder}/data/**/*.yaml`])
      expect(targets(arg)).toEqual(['大朗镇/甲']);
  });

  it('mirror what lies below the outermost folder named data in the working folder, and look no further up', () => {
    const folder = folderWith({ 'data/上/data/东镇/data/甲.yaml': '', 'data/上/部门/镇/乙.yaml': '' });
    standIn(`${folder}/data/上`);
    for (const arg of ['data', 'data/东镇', 'data/东镇/data/甲.yaml', 'data/**/*.yaml', `${folder}/data/上/data`])
      expect(targets(arg)).toEqual(['东镇/data/甲']);
    expect(targets('部门')).toEqual(['镇/乙']);
    process.chdir('data');
    for (const arg of ['.', '东镇', '东镇/data/甲.yaml']) expect(targets(arg)).toEqual(['东镇/data/甲']);
  });

  it('else mirror what lies below the folder given, else have their bare name', () => {
    const folder = folderWith({ 'in/大朗镇/甲.乙.yaml': '' });
    expect(targets(`${folder}/in`)).toEqual(['大朗镇/甲.乙']);
    expect(targets(`${folder}/in/大朗镇/甲.乙.yaml`)).toEqual(['甲.乙']);
  });

  it('a path relative to the working folder is shown as typed', () => {
    const relative = path.relative(process.cwd(), folderWith({ 'a.yaml': '' }));
    expect(soundValue(findInputs([`./${relative}/../${path.basename(relative)}`]))).toEqual([
      { file: `${relative}/a.yaml`, target: 'a' },
    ]);
  });

  it('named twice are taken once', () => {
    const folder = folderWith({ 'in/a.yaml': '' });
    expect(targets(`${folder}/in`, `${folder}/in/a.yaml`, `${folder}/in/*.yaml`)).toEqual(['a']);
  });

  it('with brackets in their names are files before they are patterns', () => {
    const folder = folderWith({ '民政局[本级].yaml': '' });
    expect(targets(`${folder}/民政局[本级].yaml`)).toEqual(['民政局[本级]']);
  });

  it('E001, E005: what is missing, empty or no YAML is told all at once', () => {
    const folder = folderWith({ 'in/x.txt': '', 'a.yaml': '' });
    const outcome = findInputs([`${folder}/b.yaml`, `${folder}/in`, `${folder}/in/x.txt`, `${folder}/*.yml`]);
    expect(codesOf(outcome).toSorted()).toEqual(['E001', 'E005', 'E005', 'E005']);
  });

  it('E001 of “-”: only fmt reads the standard input', () => {
    expect(findRecords(['-']).problems.map(({ message }) => message)).toEqual(['这里不读标准输入']);
  });

  it('E007: two records may not have one output, letters’ case and .yml aside', () => {
    const folder = folderWith({ 'in/a.yaml': '', 'in/a.yml': '', 'in/B.yaml': '', 'in/b.yaml': '', 'in/c.yaml': '' });
    const problems = problemsOf(findInputs([`${folder}/in`]));
    expect(problems.map((one) => one.code)).toEqual(['E007', 'E007', 'E007', 'E007']);
    const names = problems.map((one) => path.basename(one.at.file));
    expect(names.toSorted()).toEqual(['B.yaml', 'a.yaml', 'a.yml', 'b.yaml']);
    expect(problems[names.indexOf('a.yml')]?.message).toContain('a.yaml');
  });

  it('E007 also for files of one name from different folders', () => {
    const folder = folderWith({ 'x/a.yaml': '', 'y/a.yaml': '' });
    expect(codesOf(findInputs([`${folder}/x/a.yaml`, `${folder}/y/a.yaml`]))).toEqual(['E007', 'E007']);
    expect(targets(`${folder}/x/a.yaml`)).toEqual(['a']);
  });
});

test('names that look the same and are written otherwise are told apart', () => {
  const folder = folderWith({ 'café.yaml': '', 'cafe\u0301.yaml': '' });
  expect(problemsOf(findInputs([folder]))[0]?.advice).toContain('字符的写法不同，多半有一个来自 macOS');
});

describe('findRecords', () => {
  it('what names nothing does not hide what does', () => {
    const folder = folderWith({ 'a.yaml': '表: 一\n', 'b.yaml': '表: 一\n' });
    const found = findRecords([`${folder}/a.yaml`, `${folder}/没有.yaml`, `${folder}/b.yaml`]);
    expect(found.inputs.map(({ file }) => file)).toEqual([`${folder}/a.yaml`, `${folder}/b.yaml`]);
    expect(found.problems.map(({ code }) => code)).toEqual(['E001']);
  });

  it('that two records have one output hides neither', () => {
    const folder = folderWith({ 'a.yaml': '', 'a.yml': '' });
    const found = findRecords([folder]);
    expect([found.inputs.length, found.problems.map(({ code }) => code)]).toEqual([2, ['E007', 'E007']]);
    expect(findApart([folder])).toMatchObject({ inputs: [], problems: [{ code: 'E007' }, { code: 'E007' }] });
  });

  it('E002 for a file that is there and cannot be looked at: it is not missing', () => {
    const folder = folderWith();
    symlinkSync('圈.yaml', `${folder}/圈.yaml`);
    expect(codesOf(findFiles([`${folder}/圈.yaml`]))).toEqual(['E002']);
    expect(codesOf(findFiles([`${folder}/没有.yaml`]))).toEqual(['E001']);
  });

  it('leaves out all records that would have one output, where the others are to be made', () => {
    const folder = folderWith({ 'a.yaml': '', 'A.yml': '', 'b.yaml': '' });
    const found = findApart([folder]);
    expect(found.inputs.map(({ file }) => file)).toEqual([`${folder}/b.yaml`]);
    expect(found.problems.map(({ code }) => code)).toEqual(['E007', 'E007']);
  });
});

it('E001 names the nearest file by what comes before its ending, and none that is far', () => {
  const folder = folderWith({ '0001.yaml': '', '民政局.yaml': '' });
  const adviceFor = (name: string): string =>
    problemsOf(findFiles([`${folder}/${name}`]))
      .map(({ advice }) => advice)
      .join('');
  expect(adviceFor('民政局.yml')).toContain('“民政局.yaml”，是不是它');
  expect(adviceFor('001.yaml')).toContain('“0001.yaml”，是不是它');
  expect(adviceFor('9999.yaml')).toBe('看看路径和文件名有没有打错。');
  mkdirSync(`${folder}/统计科室`);
  expect(adviceFor('统计科室.yaml')).toBe('看看路径和文件名有没有打错。');
  expect(adviceFor('统汁科室')).toContain('“统计科室”，是不是它');
});
