import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, homeWith, many, outputs, put, record, render, renderHere } from '../support/batch.ts';
import { biaoli } from '../support/bundle.ts';

const manifestOf = (home: string): string => readFileSync(join(home, 'out/.biaoli/manifest.json'), 'utf8');

describe('the same bytes', () => {
  test('with one job and with four, in another time zone and language; what is told and remembered is the same', async () => {
    const files = { ...many(84), 'data/040.yaml': '表: 没有的表\n' };
    const one = homeWith(files);
    const four = homeWith(files);
    const ranOne = await render(one, ['--jobs', '1'], { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' });
    const ranFour = await render(four, ['--jobs', '4'], { TZ: 'America/New_York', LC_ALL: 'de_DE.UTF-8' });
    const made = outputs(join(one, 'out'));
    expect(Object.keys(made)).toHaveLength(83);
    expect(outputs(join(four, 'out'))).toEqual(made);
    // Only what tells of time differs.
    const timeless = (text: string): string =>
      text.replace(/^(?:已完成|最慢).*\n/gmu, '').replace(/，(?:每秒|用时|\d+ 份同时)[^，。\n]*|用时[^，。\n]*/gu, '');
    expect(ranFour.code).toBe(1);
    expect(timeless(ranFour.out)).toBe(timeless(ranOne.out));
    expect(timeless(ranFour.err)).toBe(timeless(ranOne.err));
    expect(ranOne.err).toContain('没有生成：data/040.yaml');
    const still = (text: string): string => text.replace(/"modified":[\d.]+|"digest": "\w+"/g, '');
    expect(still(manifestOf(four))).toBe(still(manifestOf(one)));
  });
});

describe('what has not changed', () => {
  test('is not made again, is told of as before, and a change is felt where it matters', async () => {
    const home = homeWith({ 'data/甲.yaml': record, 'data/乙.yaml': record.replaceAll('表: ', '表:  ') });
    await biaoli(['render', 'data'], { cwd: home });
    const times = () => filesBelow(join(home, 'out')).map((file) => statSync(join(home, 'out', file)).mtimeMs);
    const before = times();
    const whole = outputs(join(home, 'out'))['乙.docx'];
    const again = await biaoli(['render', 'data'], { cwd: home });
    expect(again.code).toBe(0);
    expect(again.out).toContain('2 份没有变');
    expect(times()).toEqual(before);
    // Touched, but the same: nothing to do. Written over: made again.
    utimesSync(join(home, 'out/甲.docx'), 1, 1);
    writeFileSync(join(home, 'out/乙.docx'), 'x'.repeat(statSync(join(home, 'out/乙.docx')).size));
    put(home, { 'data/丙.yaml': record });
    const mended = await biaoli(['render', 'data'], { cwd: home });
    expect(mended.out).toContain('没有变 out/甲.docx');
    expect(mended.out).toContain('已生成 out/乙.docx');
    expect(mended.out).toContain('已生成 out/丙.docx');
    expect(outputs(join(home, 'out'))['乙.docx']).toBe(whole);
  });

  test('a damaged manifest costs one run, and is told in one line', async () => {
    const home = homeWith({ 'data/甲.yaml': record, 'data/乙.yaml': record });
    await renderHere(home);
    for (const damaged of [
      '{',
      '{"format":99}',
      '[]',
      manifestOf(home).slice(0, -40),
      '{"format":1,"records":{"a":1}}',
    ]) {
      writeFileSync(join(home, 'out/.biaoli/manifest.json'), damaged);
      const ran = await renderHere(home);
      expect(ran.code).toBe(0);
      expect(ran.err.match(/manifest\.json 用不了/gu)).toHaveLength(1);
      expect(ran.out).toContain('共生成 2 份');
    }
    expect((await renderHere(home)).out).toContain('2 份没有变');
  });
});

describe('output of records that are gone', () => {
  test('is named, removed with --prune, and left where somebody has changed it', async () => {
    const home = homeWith({ 'data/甲.yaml': record, 'data/区/乙.yaml': record, 'data/丙.yaml': record });
    await renderHere(home);
    put(home, { 'out/别人的.docx': 'x' });
    rmSync(join(home, 'data/区'), { recursive: true });
    rmSync(join(home, 'data/丙.yaml'));
    writeFileSync(join(home, 'out/丙.docx'), '改过');
    const named = await renderHere(home);
    expect(named.out).toContain('（加 --prune 就删掉）：\n  out/丙.docx\n  out/区/乙.docx\n');
    expect(Object.keys(outputs(join(home, 'out')))).toHaveLength(4);
    const pruned = await renderHere(home, ['--prune']);
    expect(pruned.out).toContain('删掉了成品：\n  out/区/乙.docx\n');
    expect(pruned.out).toContain('没有删：\n  out/丙.docx\n');
    expect(Object.keys(outputs(join(home, 'out')))).toEqual(['丙.docx', '别人的.docx', '甲.docx'].toSorted());
  });

  test('a record that was only not asked for is not gone', async () => {
    const home = homeWith({ 'data/甲.yaml': record, 'data/乙.yaml': record });
    await renderHere(home);
    const ran = await biaoli(['render', 'data/甲.yaml', '-f', 'docx', '--prune'], { cwd: home });
    expect(ran.out).toContain('1 份没有变');
    expect(Object.keys(outputs(join(home, 'out')))).toHaveLength(2);
  });
});

describe('--verify', () => {
  test('tells what is missing, different and too much, and writes nothing', async () => {
    const home = homeWith({ 'data/甲.yaml': record, 'data/乙.yaml': record, 'data/丙.yaml': record });
    await renderHere(home);
    rmSync(join(home, 'out/.biaoli'), { recursive: true });
    expect(await renderHere(home, ['--verify'])).toMatchObject({ code: 0, err: '' });
    rmSync(join(home, 'out/甲.docx'));
    put(home, { 'out/乙.docx': 'x', 'out/丁.docx': 'x' });
    const before = outputs(join(home, 'out'));
    const { code, err } = await renderHere(home, ['--verify']);
    expect(code).toBe(1);
    expect(err).toMatch(/out\/甲\.docx 错误\[E012\] 没有/u);
    expect(err).toMatch(/out\/乙\.docx 错误\[E012\] .*不一样/u);
    expect(err).toMatch(/out\/丁\.docx 错误\[E013\]/u);
    expect(err).not.toContain('丙');
    expect(outputs(join(home, 'out'))).toEqual(before);
    expect(filesBelow(join(home, 'out')).some((file) => file.startsWith('.biaoli'))).toBe(false);
  });
});

test('two runs at once on one folder do each other no harm, nor does a lock that was left behind', async () => {
  const home = homeWith({ ...many(6), 'out/.biaoli/lock': '999999' });
  const halves = [
    ['data/000.yaml', 'data/001.yaml', 'data/002.yaml', 'data/003.yaml'],
    ['data/002.yaml', 'data/003.yaml', 'data/004.yaml', 'data/005.yaml'],
  ];
  const ran = await Promise.all(halves.map((half) => biaoli(['render', ...half, '-f', 'docx'], { cwd: home })));
  expect(ran.map(({ code }) => code)).toEqual([0, 0]);
  expect((await renderHere(home)).out).toContain('6 份没有变');
  expect(filesBelow(join(home, 'out')).filter((file) => /lock|tmp/.test(file))).toEqual([]);
});
