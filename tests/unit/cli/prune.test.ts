import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from './support.ts';

const record = readFileSync('data/云澜区/城乡供水管网改造-2025.yaml', 'utf8');
const district = { 'data/一镇/甲.yaml': record, 'data/二镇/乙.yaml': record, 'data/二镇/丙.yaml': record };

/** A district whose forms are made, and how to go on with it. */
async function made() {
  const folder = folderWith(district);
  const render = (data: string, out: string, ...more: string[]) =>
    runCli('render', `${folder}/${data}`, '-o', `${folder}/${out}`, '--format', 'docx', ...more);
  await render('data', 'out');
  return { folder, render };
}

const outputsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .sort();

const all = ['一镇/甲.docx', '二镇/丙.docx', '二镇/乙.docx'];

describe('--prune leaves the output of records that may still be there', () => {
  test('of parts that were not asked for, when the output was moved', async () => {
    const { folder, render } = await made();
    mkdirSync(`${folder}/旧`);
    renameSync(`${folder}/out`, `${folder}/旧/out`);
    expect((await render('data/一镇', '旧/out', '--prune')).code).toBe(0);
    expect(outputsIn(`${folder}/旧/out`)).toEqual(all);
  });

  test('of parts that were not asked for, when the data were moved', async () => {
    const { folder, render } = await made();
    mkdirSync(`${folder}/2024`);
    renameSync(`${folder}/data`, `${folder}/2024/data`);
    expect((await render('2024/data/一镇', 'out', '--prune')).code).toBe(0);
    expect(outputsIn(`${folder}/out`)).toEqual(all);
  });

  test('where a link leads nowhere: the record cannot be read, and that is said', async () => {
    const { folder, render } = await made();
    rmSync(`${folder}/data/二镇/乙.yaml`);
    symlinkSync(`${folder}/别处/乙.yaml`, `${folder}/data/二镇/乙.yaml`);
    const { code, err } = await render('data', 'out', '--prune');
    expect(code).toBe(1);
    expect(err).toMatch(/乙\.yaml 错误\[E001\]/);
    expect(outputsIn(`${folder}/out`)).toEqual(all);
  });

  test('where the system cannot say whether there is one', async () => {
    const { folder, render } = await made();
    rmSync(`${folder}/data/二镇`, { recursive: true });
    symlinkSync('二镇', `${folder}/data/二镇`);
    expect((await render('data', 'out', '--prune')).code).toBe(0);
    expect(outputsIn(`${folder}/out`)).toEqual(all);
  });

  test('of a folder that was moved and not asked for, though another of its name was', async () => {
    const folder = folderWith({ 'A/data/甲.yaml': record, 'A/data/乙.yaml': record, 'B/data/丙.yaml': record });
    const render = (...args: string[]) => runCli('render', ...args, '-o', `${folder}/out`, '--format', 'docx');
    await render(`${folder}/A/data`, `${folder}/B/data`);
    renameSync(`${folder}/A`, `${folder}/C`);
    expect((await render(`${folder}/B/data`, '--prune')).code).toBe(0);
    expect(outputsIn(`${folder}/out`)).toEqual(['丙.docx', '乙.docx', '甲.docx']);
  });

  test('below a link to a folder that leads nowhere', async () => {
    const folder = folderWith({ 'data/甲.yaml': record, 'store/乙.yaml': record });
    symlinkSync('../store', `${folder}/data/镇`);
    const render = (...args: string[]) => runCli('render', ...args, '-o', `${folder}/out`, '--format', 'docx');
    await render(`${folder}/data`, `${folder}/data/镇`);
    renameSync(`${folder}/store`, `${folder}/store2`);
    expect((await render(`${folder}/data`, '--prune')).code).toBe(0);
    expect(outputsIn(`${folder}/out`)).toEqual(['甲.docx', '镇/乙.docx']);
  });

  test('that two records now want', async () => {
    const { folder, render } = await made();
    renameSync(`${folder}/data/一镇/甲.yaml`, `${folder}/data/一镇/甲.yml`);
    copyFileSync(`${folder}/data/一镇/甲.yml`, `${folder}/data/一镇/甲.YML`);
    expect((await render('data', 'out', '--prune')).code).toBe(1);
    expect(outputsIn(`${folder}/out`)).toEqual(all);
  });

  test('where an argument names nothing', async () => {
    const { folder, render } = await made();
    rmSync(`${folder}/data/二镇/乙.yaml`);
    expect((await render('data', 'out', '--prune', `${folder}/没有`)).code).toBe(1);
    expect(outputsIn(`${folder}/out`)).toEqual(all);
    expect((await render('data', 'out', '--prune')).code).toBe(0);
    expect(outputsIn(`${folder}/out`)).toEqual(all.filter((name) => !name.includes('乙')));
  });
});

test('what is not made is counted and stands in the report: names that collide, arguments that name nothing', async () => {
  const folder = folderWith({ 'data/甲.yaml': record, 'data/甲.yml': record, 'data/乙.yaml': record });
  const { code, out } = await runCli(
    ...['render', `${folder}/data`, `${folder}/没有.yaml`, '-o', `${folder}/out`, '--format', 'docx'],
    ...['--report', `${folder}/r.json`],
  );
  expect(code).toBe(1);
  expect(out).toContain('生成 1 份，3 份有错误，没有生成。');
  const report = JSON.parse(readFileSync(`${folder}/r.json`, 'utf8'));
  expect(report.summary).toMatchObject({ total: 4, written: 1, failed: 3, errors: 3 });
  const verified = await runCli('render', `${folder}/data`, '-o', `${folder}/out`, '--format', 'docx', '--verify');
  expect(verified.out).toContain('核对：1 份一致，2 份对不上或有错误。');
});

test('a report is written where nothing at all can be made', async () => {
  const folder = folderWith({ 'data/甲.yaml': record, 'data/甲.yml': record });
  const { code } = await runCli('render', `${folder}/data`, '-o', `${folder}/out`, '--report', `${folder}/r.json`);
  expect(code).toBe(1);
  const { summary, records } = JSON.parse(readFileSync(`${folder}/r.json`, 'utf8'));
  expect(summary).toMatchObject({ total: 2, failed: 2 });
  expect(records.map(({ diagnostics }: { diagnostics: { code: string }[] }) => diagnostics[0]?.code)).toEqual([
    'E007',
    'E007',
  ]);
});

test('--prune names what it does not know, where there is no manifest', async () => {
  const { folder, render } = await made();
  rmSync(`${folder}/data/一镇/甲.yaml`);
  rmSync(`${folder}/out/.biaoli`, { recursive: true });
  const { out } = await render('data', 'out', '--prune');
  expect(out).toContain(`认不出这些是不是以前生成的，没有删：\n  ${folder}/out/一镇/甲.docx\n`);
  expect(outputsIn(`${folder}/out`)).toEqual(all);
});
