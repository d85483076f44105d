import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith, runCli } from './support.ts';

const record = readFileSync('data/云澜区/城乡供水管网改造-2025.yaml', 'utf8');

test('of many records a volume tells the errors, and counts the warnings by their codes', async () => {
  const warned = record.replace('指标值: ≤11%', '指标值:');
  expect(warned).not.toBe(record);
  const names = Array.from({ length: 21 }, (_, i) => String(i + 10));
  const files = Object.fromEntries(names.map((name) => [`data/${name}.yaml`, warned]));
  const faulty = record.replace('年度: 2025', '年度: 二〇二五');
  const folder = folderWith({ ...files, 'data/错.yaml': faulty });
  const { code, err } = await runCli('pack', `${folder}/data`, '-o', `${folder}/a.pdf`, '--partial');
  expect(code).toBe(1);
  expect(err.match(/错误\[/gu)).toHaveLength(1);
  expect(err).not.toContain('警告[V9]');
  expect(err).toContain(`V9 指标缺名称或缺值：21 个，在 21 份里，如 ${folder}/data/10.yaml`);
});
