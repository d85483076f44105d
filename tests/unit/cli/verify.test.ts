import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { differencesOf, printOf } from '../../../src/agree/index.ts';
import { printedPdf } from '../../../src/cli/verify/printed-pdf.ts';
import { encloseRecord } from '../../../src/enclose.ts';
import { type PdfContent, readPdf, tablesOf } from '../../../src/read/index.ts';
import { tagDocument } from '../../../src/tags/index.ts';
import { noWishes } from '../../../src/wishes.ts';
import { writePdf } from '../../../src/write/page/pdf/index.ts';
import { fiveForms } from '../../roundtrip/five-forms.ts';
import { realPress } from '../../support/real-world.ts';
import { successOf } from '../../support/set-form.ts';
import { folderWith, runCli } from './support.ts';

const records = [...fiveForms.map(({ record }) => record), 'data/云澜区/城乡供水管网改造-2025.yaml'];
const dalang = 'data/大朗镇/公共服务办公室-2024.yaml';
const text = readFileSync(dalang, 'utf8');
const press = realPress();

type Rendered = ReadonlyMap<string, Uint8Array>;
const renderedOnce = new Map<string, Promise<Rendered>>();

/** A record as PDF and DOCX, made once. */
function rendered(record: string): Promise<Rendered> {
  const files = renderedOnce.get(record) ?? press.render(record, ['pdf', 'docx']).then((made) => successOf(made).files);
  renderedOnce.set(record, files);
  return files;
}

/** What verify says of one file. */
async function verified(name: string, bytes: Uint8Array, ...args: string[]) {
  const folder = folderWith({ [name]: bytes });
  const said = await runCli('verify', `${folder}/${name}`, ...args);
  return { code: said.code, out: said.out.replaceAll(folder, ''), err: said.err.replaceAll(folder, '') };
}

describe.each(records)('%s', (record) => {
  it('proves itself as PDF and as DOCX, without a warning', async () => {
    for (const [format, bytes] of await rendered(record)) {
      const { code, out, err } = await verified(`a.${format}`, bytes);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`核对无误：/a.${format}`);
      expect(out).toMatch(/1 张表，\d+ 格/);
    }
  });
});

it('lines below a table that do not fit beside each other, which stand in a table of their own in a DOCX, prove themselves', async () => {
  const file = 'data/云澜区/城乡供水管网改造-2025.yaml';
  const long = readFileSync(file, 'utf8').replace('填报人: 周敏', '填报人: 欧阳建国、司马文清、诸葛敏');
  const made = successOf(await realPress(new Map([[file, long]])).render(file, ['docx']));
  const docx = made.files.get('docx') ?? new Uint8Array();
  expect((await verified('a.docx', docx)).err).toBe('');
  const parts = unzipSync(docx);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const forged = zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace('司马文清', '司马文青')) });
  expect((await verified('a.docx', forged)).err).toContain('表格外面的文字不一样');
});

/** A DOCX with a part changed. */
async function withPart(part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync((await rendered(dalang)).get('docx') ?? new Uint8Array());
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

const body = (from: string, to: string) => withPart('word/document.xml', (xml) => xml.replace(from, to));

const inYaml = (from: string, to: string) =>
  withPart('customXml/item1.xml', (xml) =>
    xml.replace(/(<source[^>]*>)([^<]*)/u, (_, tag: string, yaml: string) => {
      const changed = Buffer.from(yaml, 'base64').toString('utf8').replace(from, to);
      return tag + Buffer.from(changed).toString('base64');
    }),
  );

describe('a DOCX that was changed', () => {
  it('in one printed digit: names the field, both texts and the place in the YAML, and says which of the three it was', async () => {
    const { code, out, err } = await verified('a.docx', await body('8,400,000.00', '8,500,000.00'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(
      '错误[D034] “年度重点工作任务[1].拟投入的资金”（表上第 11 行第 7 列）印的是“8,500,000.00”，数据排出来是“8,400,000.00”',
    );
    expect(err).toContain('a.docx:公共服务办公室-2024.yaml:30:13 数据里是这一处');
    expect(err).toContain('[D035] 印的内容改过');
    expect(err.match(/D034/gu)).toHaveLength(1);
  });

  it('in one digit of its YAML', async () => {
    const { code, err } = await verified('a.docx', await inYaml('8400000', '8500000'));
    expect(code).toBe(1);
    expect(err).toContain('印的是“8,400,000.00”，数据排出来是“8,500,000.00”');
    expect(err).toContain('[D035] 数据改过：印的和生成时记下的摘要对得上');
  });

  it('in a comment of its YAML, which nothing prints', async () => {
    const { code, err } = await verified('a.docx', await inYaml('8400000', '8400000 # 已核'));
    expect(code).toBe(1);
    expect(err).not.toContain('D034');
    expect(err).toContain('数据改过，印的没有变');
  });

  it('in its digest', async () => {
    const other = await withPart('customXml/item1.xml', (xml) =>
      xml.replace(
        /(print.*?sha256.*?[0-9a-f]{63})[0-9a-f]/su,
        (whole, most: string) => most + (whole.endsWith('0') ? '1' : '0'),
      ),
    );
    const { code, err } = await verified('a.docx', other);
    expect(code).toBe(1);
    expect(err).toContain('[D035] 摘要改过');
  });

  it('by a row, by text beside the table, and by a text box', async () => {
    const row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>假</w:t></w:r></w:p></w:tc></w:tr>';
    expect((await verified('a.docx', await body('<w:tr>', `${row}<w:tr>`))).err).toContain('表上第 1 行起多印了 1 行');
    const line = '<w:p><w:r><w:t>此件作废</w:t></w:r></w:p>';
    expect((await verified('a.docx', await body('<w:tbl>', `${line}<w:tbl>`))).err).toContain('表格外面的文字不一样');
    const box = `<w:p><w:r><w:pict><w:txbxContent>${line}</w:txbxContent></w:pict></w:r></w:p>`;
    const said = await verified('a.docx', await body('<w:tbl>', `${box}<w:tbl>`));
    expect(said.code).toBe(1);
    expect(said.err).toContain('文本框');
  });
});

describe('a DOCX that shows another amount', () => {
  const before = (xml: string) =>
    body('<w:t xml:space="preserve">8,400,000.00', `${xml}<w:t xml:space="preserve">8,400,000.00`);
  const branches =
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w99"/>' +
    '<mc:Fallback><w:t>9</w:t></mc:Fallback></mc:AlternateContent>';

  it.each([
    ['by a symbol', '<w:sym w:font="SimSun" w:char="0039"/>', '印的是“98,400,000.00”'],
    ['by a fallback', branches, '印的是“98,400,000.00”'],
    ['by a symbol that nobody can read', '<w:sym w:font="Wingdings" w:char="F039"/>', '里有认不出的符号：数据排不出'],
    ['by a note', '<w:footnoteReference w:id="2"/>', '里有脚注或尾注：数据排不出'],
    ['by a hidden one', '<w:rPr><w:vanish/></w:rPr>', '印的是空白'],
  ])('%s', async (_, xml, words) => {
    const { code, err } = await verified('a.docx', await before(xml));
    expect(code).toBe(1);
    expect(err).toContain(words);
  });
});

it('a DOCX whose styles hide all values prints another form than its YAML', async () => {
  const hidden = await withPart('word/styles.xml', (xml) =>
    xml.replace(/(w:styleId="cell".*?<w:rPr>)/su, '$1<w:vanish/>'),
  );
  const { code, err } = await verified('a.docx', hidden);
  expect(code).toBe(1);
  expect(err).toContain('印的是空白，数据排出来是“8,400,000.00”');
});

/** The tags of a PDF, each cell with a paragraph that says its text as ActualText, whatever is painted. */
function spoken(content: PdfContent): PdfContent['tags'] {
  if (content.tags.kind !== 'tree') throw new Error('no tags');
  const [table] = successOf(tablesOf(content, 'a.pdf')).tables;
  const texts = (table?.rows ?? []).flatMap((row) => row.filter((cell) => !cell.continuation).map(({ text }) => text));
  const speak = (element: Extract<PdfContent['tags'], { kind: 'tree' }>['root']): typeof element =>
    /^T[DH]$/u.test(element.role)
      ? { ...element, kids: [{ ...element, role: 'P', kids: [], actualText: texts.shift() ?? '' }] }
      : { ...element, kids: element.kids.map((kid) => (kid.kind === 'element' ? speak(kid) : kid)) };
  return { kind: 'tree', root: speak(content.tags.root) };
}

describe('a PDF', () => {
  /** A PDF that prints one text and carries another. */
  async function printing(shown: string, fit: number | null = null): Promise<Uint8Array> {
    const [one, other] = ['a.yaml', 'b.yaml'];
    const both = realPress(
      new Map([
        [one, shown],
        [other, text],
      ]),
      { ...noWishes, fit },
    );
    const { measured, paged } = successOf(await both.check(one));
    const { record, measured: honest } = successOf(await both.check(other));
    const tagged = { kind: 'a3a', tree: tagDocument(measured) } as const;
    return writePdf(paged, { tagged, enclosure: encloseRecord(record, honest, { isMarked: false, fit: null }) });
  }

  it('with one printed digit changed: names the field', async () => {
    const { code, err } = await verified('a.pdf', await printing(text.replace('8400000', '8300000')));
    expect(code).toBe(1);
    expect(err).toContain('“年度重点工作任务[1].拟投入的资金”');
    expect(err).toContain('印的是“8,300,000.00”，数据排出来是“8,400,000.00”');
    expect(err).toContain('[D035] 印的内容改过');
  });

  it('set on fewer pages than it tells agrees with a warning, and its ink is looked at then', async () => {
    const { code, out, err } = await verified('a.pdf', await printing(text, 3));
    expect({ code, out: out.includes('核对无误') }).toEqual({ code: 0, out: true });
    expect(err).toContain('警告[D036] 各页和现在排出来的不完全一样');
    const forged = await verified('a.pdf', await printing(text.replace('8400000', '8300000'), 3));
    expect(forged.code).toBe(1);
    expect(forged.err).toContain('“年度重点工作任务[1].拟投入的资金”');
  });

  it('set on fewer pages by the command line is proved page by page', async () => {
    const made = successOf(await realPress(new Map(), { ...noWishes, fit: 3 }).render(dalang, ['pdf', 'docx']));
    for (const [format, bytes] of made.files) {
      const { code, err } = await verified(`a.${format}`, bytes);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    }
  });

  it('whose tags say what its pages do not show is found by its ink', async () => {
    const shown = successOf(await readPdf(await printing(text.replace('8400000', '8300000')), 'a.pdf'));
    const said = successOf(await readPdf(await printing(text), 'a.pdf'));
    const set = successOf(await press.check(dalang));
    const { readings } = successOf(await printedPdf({ ...shown, tags: spoken(said) }, 'a.pdf', set));
    const expected = printOf(set.measured);
    const found = readings.map(({ print }) => differencesOf(expected, print, { exact: false }));
    expect(found[0]).toEqual([]);
    expect(found[1]).toMatchObject([{ kind: 'cell', printed: '8,300,000.00' }]);
  });

  it('that prints the name of another department', async () => {
    const other = await verified('a.pdf', await printing(text.replace(/^部门名称: .*$/mu, '部门名称: 乙局')));
    expect(other.code).toBe(1);
    expect(other.err).toContain('“部门名称”');
  });
});

describe('the form of a document', () => {
  it('is asked for in its own edition: D037 where that is not at hand', async () => {
    const other = await withPart('customXml/item1.xml', (xml) => xml.replace('2024-1', '2019-1'));
    const { code, err } = await verified('a.docx', other);
    expect(code).toBe(1);
    expect(err).toContain('[D037] 这份是用“大朗镇部门整体预算绩效目标表”的 2019-1 版生成的，手边只有 2024-1 版');
    expect(err).toContain('--templates');
  });

  it('may have changed since: then neither print nor YAML is accused', async () => {
    const folder = folderWith();
    cpSync('templates', `${folder}/templates`, { recursive: true });
    const form = `${folder}/templates/大朗镇部门整体预算绩效目标表/form.hbs`;
    writeFileSync(form, readFileSync(form, 'utf8').replace('部门名称', '单位名称'));
    const bytes = (await rendered(dalang)).get('docx') ?? new Uint8Array();
    const { code, err } = await verified('a.docx', bytes, '--templates', `${folder}/templates`);
    expect(code).toBe(1);
    expect(err).toContain('数据和印的都没有改过，可是现在排出来的不一样');
  });
});

describe('a form of two tables on one page', () => {
  const form = '表: 两表\n字段:\n  部门名称: 文字\n  事项: { 类型: 列表, 字段: { 名称: 文字, 金额: 金额 } }\n';
  const first = '<table><band columns="20 80"><row><label>部门</label><cell>{{部门名称}}</cell></row></band></table>\n';
  const second =
    '<table><band columns="20 60 20"><row kind="header"><label>序号</label><label>名称</label><label>金额</label></row>' +
    '{{#each 事项}}<row><cell>{{序号 @index}}</cell><cell>{{名称}}</cell><cell>{{金额}}</cell></row>{{/each}}</band></table>\n';
  const record = '表: 两表\n部门名称: 某局\n事项:\n  - { 名称: 一事, 金额: 5 }\n  - { 名称: 二事, 金额: 6 }\n';

  it.each([
    ['one behind the other', ''],
    ['with a line between', '<lines columns="100"><cell align="left">附：各项</cell></lines>\n'],
  ])('proves itself, %s', async (_, between) => {
    const folder = folderWith({
      'data/甲.yaml': record,
      'templates/两表/form.yaml': form,
      'templates/两表/form.hbs': `<form>\n<title>两表</title>\n${first}${between}${second}</form>\n`,
    });
    const templates = ['--templates', `${folder}/templates`];
    expect(await runCli('render', `${folder}/data/甲.yaml`, '-o', `${folder}/out`, ...templates)).toMatchObject({
      code: 0,
    });
    for (const format of ['pdf', 'docx']) {
      const { code, out, err } = await runCli('verify', `${folder}/out/甲.${format}`, ...templates);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('核对无误');
    }
  });
});
