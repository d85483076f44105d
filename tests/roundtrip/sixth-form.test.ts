import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { succeed } from '../../src/base/index.ts';
import { printTable } from '../../src/read/index.ts';
import { docxOf, expectSameCells, tableOf } from '../support/expect-docx.ts';
import { expectSamePages, pdfOf } from '../support/expect-pdf.ts';
import { realPress } from '../support/real-world.ts';
import { successOf, withTable } from '../support/set-form.ts';

const record = 'data/云澜区/城乡供水管网改造-2025.yaml';
const rows = readFileSync('tests/cases/项目支出.tsv', 'utf8').trimEnd().split('\n');
const press = realPress();

describe('the form for the spending of a project', () => {
  test('has no finding, not even a hint, on its record', async () => {
    expect(await press.check(record)).toMatchObject({ ok: true, warnings: [] });
  });

  test('reads back from DOCX row for row, with the lines above and below the table', async () => {
    const { files } = successOf(await press.render(record, ['docx']));
    const content = docxOf(files.get('docx') ?? new Uint8Array());
    expect(printTable(tableOf(content))).toEqual(rows);
    const texts = content.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.text !== '' ? [block.text] : [],
    );
    expect(texts).toEqual([
      '项目支出绩效目标表',
      '（2025年度）',
      '填报单位（盖章）：云澜区供水管理中心\t单位：万元',
      '单位负责人（签字）：\t填报人：周敏\t联系电话：0000-8762315',
      '\t填报日期：2024年11月18日',
    ]);
    const { measured, paged } = successOf(await press.check(record));
    expectSameCells(tableOf(content), withTable(measured, succeed(paged)));
  });

  test('reads back from PDF with every box and text, on two pages', async () => {
    const { files, pages, set } = successOf(await press.render(record, ['pdf']));
    expect(pages).toBe(2);
    const content = await pdfOf(files.get('pdf') ?? new Uint8Array());
    expect(content.info).toEqual({ title: '项目支出绩效目标表', author: '云澜区供水管理中心', language: 'zh-CN' });
    expectSamePages(content, withTable(set.measured, succeed(set.paged)));
  });

  test.each([
    ['资金总额: 1182.5', '资金总额: 1282.5', 'A8'],
    ['资金总额: 3260', '资金总额: 3206', 'A0'],
    ['成本指标:', '成木指标:', 'T1'],
  ])('%s written as %s is an error %s', async (right, wrong, code) => {
    const text = readFileSync(record, 'utf8').replace(right, wrong);
    const outcome = await realPress(new Map([[record, text]])).check(record);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code }] });
  });
});
