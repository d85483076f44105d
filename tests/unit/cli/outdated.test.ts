import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith, runCli } from './support.ts';

const record = readFileSync('data/云澜区/城乡供水管网改造-2025.yaml', 'utf8');

test('neither format is made anew where one of them cannot be written, so that they say the same', async () => {
  const folder = folderWith({ 'data/甲.yaml': record });
  const args = ['render', `${folder}/data`, '-o', `${folder}/out`];
  await runCli(...args);
  const before = readFileSync(`${folder}/out/甲.pdf`);
  rmSync(`${folder}/out/甲.docx`);
  mkdirSync(`${folder}/out/甲.docx`);
  writeFileSync(`${folder}/data/甲.yaml`, record.replace('年度: 2025', '年度: 2026'));
  const { code, out } = await runCli(...args);
  expect([code, out.includes('上次的成品还在，没有动')]).toEqual([1, true]);
  expect(readFileSync(`${folder}/out/甲.pdf`).equals(before)).toBe(true);
});

test('a record that fails leaves its earlier output, and a run says so; one that has none is not named', async () => {
  const folder = folderWith({ 'data/甲.yaml': record, 'data/乙.yaml': '表: 没有的表\n' });
  const args = ['render', `${folder}/data`, '-o', `${folder}/out`, '--format', 'docx'];
  expect((await runCli(...args)).out).not.toContain('上次的成品');
  writeFileSync(`${folder}/data/甲.yaml`, record.replace('年度: 2025', '年度: 二〇二五'));
  const { code, out } = await runCli(...args);
  expect(code).toBe(1);
  expect(out).toContain(`上次的成品还在，没有动，和现在的数据不是一回事：\n  ${folder}/out/甲.docx\n`);
  expect(out).not.toContain('out/乙');
  expect(existsSync(`${folder}/out/甲.docx`)).toBe(true);
});

test('the other format from before is named where a record is made anew, and only there', async () => {
  const folder = folderWith({ 'data/甲.yaml': record, 'data/乙.yaml': `${record}# 乙\n` });
  const render = (...more: string[]) => runCli('render', `${folder}/data`, '-o', `${folder}/out`, ...more);
  expect((await render('-f', 'docx')).out).not.toContain('旁边另一种格式');
  expect((await render('-f', 'pdf')).out).toContain(
    `是以前生成的，可能和现在的数据不是一回事：\n  ${folder}/out/乙.docx\n`,
  );
  writeFileSync(`${folder}/data/甲.yaml`, record.replace('年度: 2025', '年度: 2026'));
  const { out } = await render('-f', 'pdf');
  expect([out.includes('out/甲.docx'), out.includes('out/乙.docx')]).toEqual([true, false]);
});
