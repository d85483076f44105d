import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx, readPdf, textOf } from '../../../src/read/index.ts';
import { loadPdfjs } from '../../../src/read/pdf/open.ts';
import { folderWith, runCli, soundValue } from './support.ts';
import { computed, readWorkbook } from './workbook-reading.ts';

const real = [
  'data/大朗镇/公共服务办公室-2024.yaml',
  'data/福田区/民政局-2024.yaml',
  'data/增城区/民政局.yaml',
  'data/渚源县/民政局-2024.yaml',
  'data/番禺区/小谷围街道办事处.yaml',
] as const;

const small = (name: string, spending = '1'): string => `表: 项目支出绩效目标表
年度: 2025
项目名称: ${name}改造
主管部门: 某某局
实施单位: ${name}
项目属性: 新增项目
项目实施期: 2025年
项目资金:
  实施期: { 资金总额: ${spending}, 财政拨款: ${spending}, 其他资金: 0 }
  本年度: { 资金总额: ${spending}, 财政拨款: ${spending}, 其他资金: 0 }
总体目标: { 实施期目标: 完成, 年度目标: 完成 }
绩效指标:
  成本指标: { 经济成本指标: [{ 三级指标: 总成本, 指标值: ≤5万元 }] }
  产出指标: { 数量指标: [{ 三级指标: 长度, 指标值: ≥42公里 }], 质量指标: [], 时效指标: [] }
  效益指标: { 社会效益指标: [{ 三级指标: 受益人数, 指标值: ≥5人 }] }
  满意度指标: { 服务对象满意度指标: [{ 三级指标: 满意度, 指标值: ≥90% }] }
`;

/** The plain texts of the pages of a PDF. */
async function pagesOf(file: string): Promise<readonly string[]> {
  const content = soundValue(await readPdf(readFileSync(file), file));
  return content.pages.map((page) => textOf({ ...content, pages: [page] }));
}

/** The number at the foot of a page; null where there is none. */
const folioOf = (page: string): number | null => {
  const found = /^[—\s]*—\s*(\d+)\s*—\s*$/mu.exec(page)?.[1];
  return found === undefined ? null : Number(found);
};

type Outline = { readonly title: string; readonly page: number; readonly below: readonly Outline[] };

/** The bookmarks of a PDF with the pages they lead to, counted from 1. */
async function outlineOf(file: string): Promise<readonly Outline[]> {
  const { getDocument } = await loadPdfjs();
  const opened = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  type Item = Awaited<ReturnType<typeof opened.getOutline>>[number];
  const read = (items: readonly Item[]): Promise<Outline[]> =>
    Promise.all(
      items.map(async ({ title, dest, items: below }) => {
        const [page] = dest as [Parameters<typeof opened.getPageIndex>[0]];
        return { title, page: (await opened.getPageIndex(page)) + 1, below: await read(below) };
      }),
    );
  const outline = await read(await opened.getOutline());
  await opened.destroy();
  return outline;
}

describe('biaoli pack -o x.pdf', () => {
  test('binds the five real forms with contents, summary, bookmarks and pages numbered through', async () => {
    const out = path.join(folderWith(), '2024.pdf');
    const { code, out: said } = await runCli('pack', ...real, '-o', out, '--title', '某市绩效目标汇编');
    expect(code).toBe(0);
    const pages = await pagesOf(out);
    expect(said).toBe(`已生成 ${out}（共 ${pages.length} 页，5 份）\n已生成 ${out.replace('.pdf', '-汇总表.xlsx')}\n`);
    expect(pages.map(folioOf)).toEqual(pages.map((_, i) => i + 1));
    expect(pages[0]).toContain('某市绩效目标汇编');

    const outline = await outlineOf(out);
    expect(outline.map(({ title }) => title)).toEqual([
      '目录',
      '汇总表',
      '东莞市大朗镇公共服务办公室',
      '深圳市福田区民政局(本级)',
      '广州市增城区民政局',
      '渚源县民政局',
      '番禺区人民政府小谷围街道办事处',
    ]);
    // Each bookmark leads to the page that the contents name, and there stands the form of the department.
    for (const { title, page } of outline.slice(2)) {
      const row = pages[0]?.split('\n').find((line) => line.split('\t')[1] === title);
      expect(row?.split('\t').at(-1)).toBe(String(page));
      expect(pages[page - 1]).toContain(title);
    }
  });

  test('sets the forms as they are set alone, but for the numbers of their pages', async () => {
    const folder = folderWith();
    const withoutFolio = (pages: readonly string[]): string[] =>
      pages.map((page) => page.replace(/^.*— \d+ —.*$/gmu, ''));
    await runCli('pack', real[0], '-o', `${folder}/a.pdf`);
    await runCli('render', real[0], '-o', folder, '--format', 'pdf');
    const alone = await pagesOf(`${folder}/大朗镇/公共服务办公室-2024.pdf`);
    expect(withoutFolio(await pagesOf(`${folder}/a.pdf`)).slice(2)).toEqual(withoutFolio(alone));
  });

  test('holds each face once however many forms there are', async () => {
    const folder = folderWith({
      'data/甲.yaml': small('甲站'),
      'data/乙.yaml': small('乙站'),
      'data/丙.yaml': small('丙站'),
    });
    await runCli('pack', `${folder}/data/甲.yaml`, '-o', `${folder}/one.pdf`);
    await runCli('pack', `${folder}/data`, '-o', `${folder}/all.pdf`);
    const fontsOf = (file: string): number => readFileSync(file, 'latin1').split('/FontFile').length - 1;
    expect(fontsOf(`${folder}/all.pdf`)).toBe(fontsOf(`${folder}/one.pdf`));
    expect(readFileSync(`${folder}/all.pdf`).length).toBeLessThan(1.4 * readFileSync(`${folder}/one.pdf`).length);
  });

  test('begins each form on an odd page with --duplex; blank pages are counted and have no number', async () => {
    const out = path.join(folderWith(), 'a.pdf');
    await runCli('pack', real[0], real[2], '-o', out, '--duplex');
    const pages = await pagesOf(out);
    const outline = await outlineOf(out);
    expect(outline.map(({ page }) => page % 2)).toEqual(outline.map(() => 1));
    const blank = pages.flatMap((page, i) => (page.trim() === '' ? [i + 1] : []));
    expect(blank.length).toBeGreaterThan(0);
    expect(pages.map(folioOf)).toEqual(pages.map((_, i) => (blank.includes(i + 1) ? null : i + 1)));
  });

  test('changes the margins of a form for both sides with its place in the volume', async () => {
    const mirrored = '表: 甲表\n页面: { 双面: 是 }\n字段: { 名称: 文字 }\n';
    const template =
      '<form><table><band columns="100"><row><cell align="left">{{名称}}</cell></row></band></table></form>\n';
    const folder = folderWith({
      'templates/甲表/form.yaml': mirrored,
      'templates/甲表/form.hbs': template,
      'data/1.yaml': '表: 甲表\n名称: 天\n',
      'data/2.yaml': '表: 甲表\n名称: 地\n',
    });
    const out = `${folder}/a.pdf`;
    await runCli('pack', `${folder}/data`, '-o', out, '--templates', `${folder}/templates`);
    const { pages } = soundValue(await readPdf(readFileSync(out), out));
    const leftOf = (page: number): number => pages[page - 1]?.glyphs[0]?.x ?? 0;
    // GB/T 9704: 28 mm at the side where pages are bound, 26 mm at the other.
    expect(leftOf(3) - leftOf(4)).toBeCloseTo((2 * 72) / 25.4, 2);
  });

  test('orders by form and file, and as they were given where several are named', async () => {
    const folder = folderWith({
      'data/10-办公室.yaml': small('办公室'),
      'data/2-住建局.yaml': small('住建局'),
      'data/安监/甲.yaml': small('安监局'),
      'data/福田.yaml': readFileSync(real[1], 'utf8'),
    });
    const order = async (...args: string[]): Promise<string[]> => {
      await runCli('pack', ...args, '-o', `${folder}/a.pdf`);
      return (await outlineOf(`${folder}/a.pdf`)).slice(2).map(({ title }) => title);
    };
    const data = `${folder}/data`;
    expect(await order(data)).toEqual(['深圳市福田区民政局(本级)', '住建局', '办公室', '安监局']);
    expect(await order(`${data}/安监`, data)).toEqual(['安监局', '深圳市福田区民政局(本级)', '住建局', '办公室']);
  });

  test('gives the same bytes again, whatever the time zone', async () => {
    const folder = folderWith();
    await runCli('pack', real[0], real[1], '-o', `${folder}/a.pdf`);
    const before = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    await runCli('pack', real[0], real[1], '-o', `${folder}/b.pdf`, '--title', 'a');
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    for (const ending of ['.pdf', '-汇总表.xlsx'])
      expect(Buffer.compare(readFileSync(`${folder}/a${ending}`), readFileSync(`${folder}/b${ending}`))).toBe(0);
  });

  test('settles contents of several pages', async () => {
    const files = Array.from({ length: 40 }, (_, i) => [`data/${i}.yaml`, small(`第${i}站`)] as const);
    const folder = folderWith(Object.fromEntries(files));
    await runCli('pack', `${folder}/data`, '-o', `${folder}/a.pdf`);
    const pages = await pagesOf(`${folder}/a.pdf`);
    const outline = await outlineOf(`${folder}/a.pdf`);
    const [, summary] = outline;
    expect(summary?.page).toBeGreaterThan(2);
    const rows = pages
      .slice(0, (summary?.page ?? 1) - 1)
      .flatMap((page) => page.split('\n').map((line) => line.split('\t')));
    for (const { title, page } of outline.slice(2)) {
      expect(rows.find(([, name]) => name === title)?.at(-1)).toBe(String(page));
      expect(pages[page - 1]).toContain(title);
    }
  });
});

describe('the workbook of a volume', () => {
  test('has numbers, and sums as formulas that come to what the printed table says', async () => {
    const folder = folderWith({ 'data/甲.yaml': small('甲站', '1234.5'), 'data/乙.yaml': small('乙站', '0.125') });
    await runCli('pack', `${folder}/data`, '-o', `${folder}/a.pdf`);
    const [sheet] = readWorkbook(readFileSync(`${folder}/a-汇总表.xlsx`));
    if (sheet === undefined) throw new Error('the workbook has no sheet');
    const cell = (place: string) => sheet.cells.get(place);
    expect(['A1', 'B1', 'C1', 'D1', 'F1'].map((place) => cell(place)?.text)).toEqual([
      '序号',
      '实施单位',
      '项目名称',
      '资金总额(万元)',
      '指标数',
    ]);
    expect(['D2', 'D3'].map((place) => cell(place)?.number)).toEqual([1234.5, 0.125]);
    expect(cell('D2')?.format).toBe('#,##0.000');
    const printed =
      (await pagesOf(`${folder}/a.pdf`))[1]?.split('\n').find((line) => line.split('\t')[1] === '合计') ?? '';
    const sums = ['D4', 'E4', 'F4', 'G4'].map((place) => cell(place));
    expect(sums.map((one) => one?.formula)).toEqual(['SUM(D2:D3)', 'SUM(E2:E3)', 'SUM(F2:F3)', 'SUM(G2:G3)']);
    const totals = sums.map((one) => computed(sheet, one?.formula ?? ''));
    expect(sums.map((one) => one?.number)).toEqual(totals);
    expect(
      printed
        .split('\t')
        .slice(-4)
        .map((text) => Number(text.replaceAll(',', ''))),
    ).toEqual(totals);
  });
});

describe('biaoli pack with faulty records', () => {
  const faulty = small('丙站').replace('资金总额: 1,', '资金总额: 1万,');
  const files = { 'data/甲.yaml': small('甲站'), 'data/😀 丙.yaml': faulty };

  test('writes nothing, tells the faults and leaves an older volume alone', async () => {
    const folder = folderWith({ ...files, 'a.pdf': 'older' });
    const { code, err } = await runCli('pack', `${folder}/data`, '-o', `${folder}/a.pdf`);
    expect(code).toBe(1);
    expect(err).toContain('错误[R004]');
    expect(err).toContain('没有成册：2 份数据，1 份有错误。改好再来，或者加上 --partial');
    expect(readFileSync(`${folder}/a.pdf`, 'utf8')).toBe('older');
    expect(existsSync(`${folder}/a-汇总表.xlsx`)).toBe(false);
  });

  test('packs the others with --partial, and lists the faulty ones in the contents', async () => {
    const folder = folderWith(files);
    const { code, err } = await runCli('pack', `${folder}/data`, '-o', `${folder}/a.pdf`, '--partial');
    expect(code).toBe(1);
    expect(err).toContain('有 1 份有错误，没有收入，列在目录后面。');
    const [contents] = await pagesOf(`${folder}/a.pdf`);
    expect(contents).toContain('没有收入本册的数据');
    expect(contents?.replace(/\s/gu, '')).toContain('□丙.yaml第9行：应是数字');
  });

  test.each(['pdf', 'zip'])('packs records and faults whose file names no font has (%s)', async (ending) => {
    const folder = folderWith({
      'data/甲.yaml': small('甲站'),
      'data/𠮷野.yaml': small('乙站'),
      'data/𪚥.yaml': faulty,
    });
    const { code, err } = await runCli('pack', `${folder}/data`, '-o', `${folder}/册😀.${ending}`, '--partial');
    expect([code, err]).toEqual([1, expect.not.stringContaining('T001')]);
    expect(existsSync(`${folder}/册😀.${ending}`)).toBe(true);
  });

  test('tells of a title that no font has before it packs', async () => {
    const folder = folderWith({ 'data/甲.yaml': small('甲站') });
    const { code, err } = await runCli('pack', `${folder}/data`, '-o', `${folder}/a.pdf`, '--title', '汇编😀');
    expect([code, existsSync(`${folder}/a.pdf`)]).toEqual([1, false]);
    expect(err).toContain('没有成册：--title 里的“😀”没有一种字体有，换掉它再来。');
  });

  test('packs nothing with --partial where all are faulty', async () => {
    const folder = folderWith({ 'data/丙.yaml': faulty });
    const { code, err } = await runCli('pack', `${folder}/data`, '-o', `${folder}/a.pdf`, '--partial');
    expect([code, existsSync(`${folder}/a.pdf`)]).toEqual([1, false]);
    expect(err).toContain('没有可收的');
  });

  test('writes nothing where an input is missing', async () => {
    const folder = folderWith({ 'data/甲.yaml': small('甲站') });
    const { code, err } = await runCli('pack', `${folder}/data`, `${folder}/没有.yaml`, '-o', `${folder}/a.pdf`);
    expect([code, existsSync(`${folder}/a.pdf`)]).toEqual([1, false]);
    expect(err).toContain('E001');
    expect(err).toContain(`没有成册：“${folder}/没有.yaml”没有找到数据，或者读不了。`);
    const partial = await runCli('pack', `${folder}/data`, `${folder}/没有.yaml`, '-o', `${folder}/a.pdf`, '--partial');
    expect(partial.code).toBe(1);
    expect(partial.err).toContain('有 1 份有错误，没有收入，列在目录后面。');
  });

  test('replaces the volume and its workbook together or not at all, and clears up what a killed run left', async () => {
    const folder = folderWith({ 'data/甲.yaml': small('甲站'), 'a.pdf': '旧', 'a-汇总表.xlsx/x': '' });
    const left = `${folder}/.biaoli-999999-1-1.tmp`;
    writeFileSync(left, '');
    utimesSync(left, 1, 1);
    const { code, err } = await runCli('pack', `${folder}/data`, '-o', `${folder}/a.pdf`);
    expect(code).toBe(1);
    expect(err).toMatch(/a-汇总表\.xlsx 错误\[E006\]/);
    expect(readFileSync(`${folder}/a.pdf`, 'utf8')).toBe('旧');
    expect(readdirSync(folder).filter((name) => name.startsWith('.biaoli'))).toEqual([]);
  });

  test('tells a file that cannot be written', async () => {
    const folder = folderWith({ 'data/甲.yaml': small('甲站') });
    writeFileSync(`${folder}/file`, '');
    const { code, err } = await runCli('pack', `${folder}/data`, '-o', `${folder}/file/a.pdf`);
    expect(code).toBe(1);
    expect(err).toContain('E006');
  });
});

describe('biaoli pack -o x.zip', () => {
  test('holds each form in both formats, the contents and the workbook', async () => {
    const folder = folderWith({ 'data/某局/甲.yaml': small('甲站'), 'data/目录.yaml': small('乙站') });
    const { code, out } = await runCli('pack', `${folder}/data`, '-o', `${folder}/a.zip`);
    expect([code, out]).toEqual([0, `已生成 ${folder}/a.zip（2 份）\n`]);
    const files = unzipSync(readFileSync(`${folder}/a.zip`));
    // A record that is called as our own file is keeps its name.
    expect(Object.keys(files).toSorted()).toEqual(
      ['某局/甲.docx', '某局/甲.pdf', '汇总表.xlsx', '目录(2).docx', '目录(2).pdf', '目录.docx', '目录.pdf'].toSorted(),
    );
    const contents = soundValue(readDocx(files['目录(2).docx'] as Uint8Array, 'a.docx'));
    expect(textOf(contents)).toContain('甲站');
    expect(textOf(contents)).toContain('某局/甲');
    // Each document has pages of its own, and the column says so.
    expect(textOf(contents)).toMatch(/页数[\s\S]*\d页/u);
    expect(textOf(contents)).not.toContain('页码');
    expect(readWorkbook(files['汇总表.xlsx'] as Uint8Array).map(({ name }) => name)).toEqual(['项目支出绩效目标表']);
  });
});

describe('the command line of biaoli pack', () => {
  test.each([
    [['data', '-o', 'a.docx'], '-o 后面写以 .pdf 或 .zip 结尾的文件名，例如 2024.pdf，不能写“a.docx”。'],
    [['data', '-o', '.pdf'], '-o 后面写以 .pdf 或 .zip 结尾的文件名'],
    [['data', '-o', 'a.pdf', '--title', ' '], '--title 后面写册名，不能空着。'],
    [['data'], '-o'],
  ])('%j is wrong usage', async (args, told) => {
    const { code, err } = await runCli('pack', ...args);
    expect(code).toBe(2);
    expect(err).toContain(told);
  });
});
