import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/read/index.ts';
import { folderWith, runCli, soundValue } from './support.ts';

const form = `表: 报告
版本: "1"
署名: 单位
样式: { 封面题: 小标宋 小初 54pt, 封面字: 仿宋 三号 36pt }
字段: { 单位: 文字, 附: 文字 }
汇总: { 单位: 单位 }
`;
const template = `<form>
<cover>
  <title style="封面题">自评报告</title>
  <lines columns="50 50" style="封面字"><cell align="right">部门：</cell><cell align="left">{{单位}}</cell></lines>
</cover>
<title>自评表</title>
<table><band columns="40 60"><row><label>单位</label><cell>{{单位}}</cell></row></band></table>
<page/>
<table><band columns="40 60"><row><label>附</label><cell>{{附}}</cell></row></band></table>
</form>`;
const filesOf = (settings = '') => ({
  'mine/报告/form.yaml': form + settings,
  'mine/报告/form.hbs': template,
  'data/甲.yaml': '表: 报告\n单位: 甲局\n附: 有\n',
  'data/乙.yaml': '表: 报告\n单位: 乙局\n附: 有\n',
});

const pagesOf = async (folder: string, name: string) =>
  soundValue(await readPdf(readFileSync(`${folder}/${name}`), name)).pages;
const textsOf = async (folder: string, name: string): Promise<string[]> =>
  (await pagesOf(folder, name)).map(({ glyphs }) => glyphs.map(({ text }) => text).join(''));

async function rendered(settings = ''): Promise<{ readonly folder: string; readonly templates: readonly string[] }> {
  const folder = folderWith(filesOf(settings));
  const templates = ['--templates', `${folder}/mine`];
  expect(await runCli('render', `${folder}/data`, '-o', `${folder}/out`, ...templates)).toMatchObject({
    code: 0,
    err: '',
  });
  for (const name of ['甲.pdf', '甲.docx'])
    expect(await runCli('verify', `${folder}/out/${name}`, ...templates)).toMatchObject({ code: 0, err: '' });
  return { folder, templates };
}

describe('a <cover>', () => {
  test('has no page number and is not counted; titles and lines have the sizes of the styles they name', async () => {
    const { folder } = await rendered();
    expect(await textsOf(folder, 'out/甲.pdf')).toEqual(['自评报告部门：甲局', '自评表单位甲局— 1 —', '附有— 2 —']);
    const [cover] = await pagesOf(folder, 'out/甲.pdf');
    const sizes = new Map(cover?.glyphs.map(({ text, size }) => [text, size]));
    expect(['自', '部', '甲'].map((text) => sizes.get(text))).toEqual([36, 16, 16]);
  });

  test('is a section of its own in Word, without a footer, and the next one begins to count', async () => {
    const { folder } = await rendered();
    const parts = unzipSync(readFileSync(`${folder}/out/甲.docx`));
    const part = (name: string): string => strFromU8(parts[`word/${name}`] as Uint8Array);
    const sections = part('document.xml').match(/<w:sectPr>.*?<\/w:sectPr>/gu) ?? [];
    expect(sections.map((one) => /<w:pgNumType [^>]*>/u.exec(one)?.[0])).toEqual([
      undefined,
      '<w:pgNumType w:start="1"/>',
      undefined,
    ]);
    const footersOf = (section: string): boolean[] =>
      [...section.matchAll(/<w:footerReference [^>]*r:id="([^"]+)"/gu)].map(([, id]) => {
        const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`, 'u').exec(
          part('_rels/document.xml.rels'),
        );
        return part(target?.[1] ?? target?.[2] ?? '').includes('PAGE');
      });
    expect(sections.map(footersOf)).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
    expect(part('document.xml')).toContain('<w:sz w:val="72"/>');
    expect(part('fontTable.xml')).toContain('w:name="仿宋"');
  });

  test('stands on a sheet of its own where both sides are printed', async () => {
    const { folder } = await rendered('页面: { 双面: 是 }\n');
    expect(await textsOf(folder, 'out/甲.pdf')).toEqual(['自评报告部门：甲局', '', '自评表单位甲局— 1 —', '附有— 2 —']);
  });

  test('is counted in a volume, whose contents name every page, but prints no number there', async () => {
    const { folder, templates } = await rendered();
    await runCli('pack', `${folder}/data`, '-o', `${folder}/out/册.pdf`, ...templates);
    expect((await textsOf(folder, 'out/册.pdf')).slice(2)).toEqual([
      '自评报告部门：甲局',
      '自评表单位甲局— 4 —',
      '附有— 5 —',
      '自评报告部门：乙局',
      '自评表单位乙局— 7 —',
      '附有— 8 —',
    ]);
  });

  test('names the document', async () => {
    const { folder } = await rendered();
    const core = unzipSync(readFileSync(`${folder}/out/甲.docx`))['docProps/core.xml'] as Uint8Array;
    expect(strFromU8(core)).toContain('<dc:title>自评报告</dc:title>');
  });
});
