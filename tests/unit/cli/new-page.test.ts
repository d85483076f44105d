import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/read/index.ts';
import { folderWith, runCli, soundValue } from './support.ts';

const form = '表: 报告\n版本: "1"\n署名: 单位\n字段: { 单位: 文字, 附: 文字 }\n汇总: { 单位: 单位 }\n';
const template = `<form>
<page/>
<title>报告</title>
<lines columns="100"><cell>{{单位}}</cell></lines>
<page/>
<table><band columns="40 60"><row><label>单位</label><cell>{{单位}}</cell></row></band></table>
{{#if 附}}<page/>{{/if}}
<table><band columns="40 60"><row><label>附</label><cell>{{附}}</cell></row></band></table>
</form>`;
const files = {
  'mine/报告/form.yaml': form,
  'mine/报告/form.hbs': template,
  'data/甲.yaml': '表: 报告\n单位: 甲局\n附: 有\n',
  'data/乙.yaml': '表: 报告\n单位: 乙局\n附:\n',
};

const textsOf = async (folder: string, name: string): Promise<string[]> => {
  const { pages } = soundValue(await readPdf(readFileSync(`${folder}/${name}`), name));
  return pages.map(({ glyphs }) => glyphs.map(({ text }) => text).join(''));
};

describe('<page/> begins a page', () => {
  test('in PDF, DOCX and volumes, and neither before the first block nor where it is not printed', async () => {
    const folder = folderWith(files);
    const templates = ['--templates', `${folder}/mine`];
    const rendered = await runCli('render', `${folder}/data`, '-o', `${folder}/out`, ...templates);
    expect(rendered).toMatchObject({ code: 0, err: '' });
    expect(await textsOf(folder, 'out/甲.pdf')).toEqual(['报告甲局— 1 —', '单位甲局— 2 —', '附有— 3 —']);
    expect(await textsOf(folder, 'out/乙.pdf')).toEqual(['报告乙局— 1 —', '单位乙局附— 2 —']);
    const xml = strFromU8(unzipSync(readFileSync(`${folder}/out/甲.docx`))['word/document.xml'] as Uint8Array);
    expect(xml.match(/<w:sectPr>|(?<=<w:t[^>]*>)(?:报告|甲局|有)(?=<)/gu)).toEqual([
      '报告',
      '甲局',
      '<w:sectPr>',
      '甲局',
      '<w:sectPr>',
      '有',
      '<w:sectPr>',
    ]);
    for (const name of ['甲.pdf', '甲.docx', '乙.pdf', '乙.docx'])
      expect(await runCli('verify', `${folder}/out/${name}`, ...templates)).toMatchObject({ code: 0, err: '' });
    await runCli('pack', `${folder}/data`, '-o', `${folder}/out/册.pdf`, ...templates);
    expect((await textsOf(folder, 'out/册.pdf')).slice(2)).toEqual([
      '报告甲局— 3 —',
      '单位甲局— 4 —',
      '附有— 5 —',
      '报告乙局— 6 —',
      '单位乙局附— 7 —',
    ]);
  });
});
