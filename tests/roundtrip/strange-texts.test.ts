import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { succeed } from '../../src/base/index.ts';
import { cellTextOf, docxOf, tableOf } from '../support/expect-docx.ts';
import { expectSamePages, pdfOf } from '../support/expect-pdf.ts';
import { realPress } from '../support/real-world.ts';
import { successOf, withTable } from '../support/set-form.ts';

/** Texts that mean something to YAML, Handlebars, XML, PDF or a text reader, were they not text. */
const texts: readonly string[] = [
  '<p>甲</p>',
  '{{x}}',
  '{{{x}}} {{#if y}}',
  '&amp; &lt; &#65;',
  '"引号" \'单引号\'',
  ']]> <![CDATA[',
  '甲\u00a0乙',
  '(未闭合 \\( \\n %',
  '<w:t xml:space="preserve">',
  '- 项: # 非注释 [a] *b &c',
  '=1+1',
  '$& $1 %s',
  '甲  乙',
  '—— …… ≥90%',
];

/** The record of 大朗 without most of its rows, and with a text in the place of its department's name. */
function recordWith(text: string): string {
  const whole = readFileSync('data/大朗镇/公共服务办公室-2024.yaml', 'utf8');
  const record = whole
    .replace(/(?<=^(?:年度重点工作任务|其他需完成的任务):\n(?: {2}.*\n){4})(?: {2}.*\n)+/gmu, '')
    .replace(/(?<=^ {4}\S+指标:\n {6}.*\n)(?: {6}.*\n)+/gmu, '');
  if (record.length > whole.length / 2) throw new Error('the record has lost no rows');
  const named = record.replace(/^部门名称: .*$/m, () => `部门名称: '${text.replaceAll("'", "''")}'`);
  if (named === record) throw new Error('the record names no department');
  return named;
}

const fileOf = (text: string): string => `试/${texts.indexOf(text)}.yaml`;

const press = realPress(new Map(texts.map((text) => [fileOf(text), recordWith(text)])));

describe.each(texts)('“%s” typed in a record', (text) => {
  test('comes back as itself from the DOCX and the PDF, as text and as a property', async () => {
    const { files, set: made } = successOf(await press.render(fileOf(text), ['docx', 'pdf']));
    const table = tableOf(docxOf(files.get('docx') ?? new Uint8Array()));
    expect(table.rows[0]?.map((cell) => cell.text)).toEqual(['部门名称', text]);

    const set = withTable(made.measured, succeed(made.paged));
    expect(set.grid.grid.cells.slice(0, 2).map(cellTextOf)).toEqual(['部门名称', text]);
    const content = await pdfOf(files.get('pdf') ?? new Uint8Array());
    expectSamePages(content, set);
    expect(content.info.author).toBe(text);
  });
});
