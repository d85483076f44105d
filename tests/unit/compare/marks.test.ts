import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareRecords, markDocument } from '../../../src/compare/index.ts';
import type { Ground, Page, TextItem } from '../../../src/layout/index.ts';
import { DocumentCodes } from '../../../src/write/page/pdf/codes.ts';
import { drawPage } from '../../../src/write/page/pdf/content.ts';
import { writePdf } from '../../../src/write/page/pdf/index.ts';
import { lineText, successOf } from '../../support/set-form.ts';
import { type Indicator, yamlOf } from './model.ts';
import { revisions } from './realistic.ts';
import { endsOf } from './support.ts';

async function marked(before: string, after: string) {
  const ends = await endsOf(before, after);
  const changes = compareRecords(ends.before, ends.after);
  const plain = successOf(ends.press.set(ends.after)).paged;
  const document = successOf(markDocument({ filled: ends.after, changes }, ends.press.set));
  return { plain, document, changes };
}

const black = ({ grey }: Ground): boolean => grey === 0;
const grounds = (page: Page | undefined): readonly Ground[] => (page?.grounds ?? []).filter((one) => !black(one));

/** The texts whose baseline stands on a grey ground. */
const textsOn = (page: Page | undefined): string[] =>
  (page?.texts ?? [])
    .filter((item) => grounds(page).some((ground) => holds(ground, item)))
    .map(({ line }) => lineText(line));
const holds = ({ x, y, width, height }: Ground, item: TextItem): boolean =>
  item.x >= x && item.x < x + width && item.y > y && item.y < y + height;

/** Bars in the margin: black and higher than wide, left of every cell. */
const bars = (page: Page | undefined): readonly Ground[] =>
  (page?.grounds ?? []).filter((one) => black(one) && one.x < Math.min(...(page?.boxes ?? []).map(({ x }) => x)));

describe('a marked form', () => {
  test.each(revisions)('$name is set as without marks, page by page', async ({ before, after }) => {
    const { plain, document } = await marked(before, after);
    const bare = ({ width, height, texts, rules, boxes }: Page) => ({ width, height, texts, rules, boxes });
    expect(document.pages.slice(0, plain.pages.length).map(bare)).toEqual(plain.pages.map(bare));
    expect(document.pages.length).toBeGreaterThan(plain.pages.length);
    expect(document.meta).toEqual(plain.meta);
  });

  test.each(revisions)('$name has marks of black and grey that lie on the sheet', async ({ before, after }) => {
    const { document } = await marked(before, after);
    const all = document.pages.flatMap((page) => (page.grounds ?? []).map((ground) => ({ page, ground })));
    expect(all.length).toBeGreaterThan(5);
    for (const { page, ground } of all) {
      expect([0, 0.86]).toContain(ground.grey);
      expect(Math.min(ground.x, ground.y, ground.width - 1, ground.height - 1)).toBeGreaterThanOrEqual(0);
      expect(ground.x + ground.width).toBeLessThanOrEqual(page.width);
      expect(ground.y + ground.height).toBeLessThanOrEqual(page.height);
    }
  });

  test('has a ground in the changed cells and in no other', async () => {
    const { before, after } = revisions.find(({ name }) => name === '大朗') as (typeof revisions)[number];
    const { document } = await marked(before, after);
    expect(textsOn(document.pages[0]).slice(0, 2)).toEqual(['73.5', '150']);
    expect(textsOn(document.pages[2])).toEqual(['≥95%', '任务按时完成率']);
    expect(textsOn(document.pages[3])).toEqual(['带动养老服务消费', '有效提升', '有效提升']);
  });

  test('a value that was emptied has a ground as well', async () => {
    const rows: readonly Indicator[] = [{ name: '人数', period: '3人', year: '3人' }];
    const model = { spending: 1, tasks: [], indicators: new Map([['数量指标', rows]]) };
    const empty = { ...model, indicators: new Map([['数量指标', rows.map((row) => ({ ...row, year: '' }))]]) };
    const { document } = await marked(yamlOf(model), yamlOf(empty));
    expect(document.pages.slice(0, -1).flatMap(grounds)).toHaveLength(1);
  });

  test('a row that moved has broken bars beside it and no ground', async () => {
    const rows: readonly Indicator[] = ['甲', '乙', '丙'].map((name) => ({
      name,
      period: `${name}1`,
      year: `${name}2`,
    }));
    const model = { spending: 1, tasks: [], indicators: new Map([['数量指标', rows]]) };
    const [a, b, c] = rows as [Indicator, Indicator, Indicator];
    const { document } = await marked(
      yamlOf(model),
      yamlOf({ ...model, indicators: new Map([['数量指标', [c, a, b]]]) }),
    );
    const [page] = document.pages;
    expect(grounds(page)).toEqual([]);
    expect(bars(page).length).toBeGreaterThan(1);
    const moved = page?.texts.find(({ line }) => lineText(line) === '丙') as TextItem;
    expect(bars(page).every(({ y }) => Math.abs(y - moved.y) < 25_000)).toBe(true);
  });

  test('of a long text the new characters are underlined, and only their lines have a ground', async () => {
    const { before, after } = revisions.find(({ name }) => name === '福田') as (typeof revisions)[number];
    const { document } = await marked(before, after);
    const page = document.pages.find((one) => textsOn(one).some((text) => text.includes('、信息化'))) as Page;
    const item = page.texts.find(({ line }) => lineText(line).includes('、信息化')) as TextItem;
    const under = (page.grounds ?? []).filter(
      (one) => black(one) && one.height < 1000 && Math.abs(one.y - item.y) < 5000,
    );
    expect(under).toHaveLength(1);
    // Four characters of the text's size; justification may pull them apart a little.
    const size = item.line.fragments[0]?.size ?? 0;
    expect((under[0]?.width ?? 0) / size).toBeCloseTo(4, 0);
    expect(textsOn(page).filter((text) => text.length > 20)).toHaveLength(1);
  });

  test('text taken out at the very end leaves a tick', async () => {
    const long = '（十）加强宣传，做好养老服务、儿童福利、社会救助、殡葬管理等各项民政工作';
    const text = (end: string) =>
      (revisions[0]?.before ?? '').replace(/总体绩效目标: .*/, `总体绩效目标: ${long}${end}`);
    const { document } = await marked(text('和收尾'), text(''));
    const ticks = document.pages
      .slice(0, -1)
      .flatMap((page) => (page.grounds ?? []).filter(({ height }) => height === 4000));
    expect(ticks).toHaveLength(1);
  });

  test('a value outside the table has a line under it and a bar beside it, wherever it is printed', async () => {
    const record = readFileSync('data/云澜区/城乡供水管网改造-2025.yaml', 'utf8');
    const after = record.replace(/^实施单位: .*$/mu, '实施单位: 云澜区水务局');
    expect(after).not.toBe(record);
    const { document } = await marked(record, after);
    const [page] = document.pages;
    // Once in the line above the table, and once in a cell.
    expect(textsOn(page)).toEqual(['云澜区水务局']);
    expect((page?.grounds ?? []).filter(({ height }) => height === 800)).toHaveLength(1);
    expect(bars(page)).toHaveLength(2);
  });

  test('ends with a legend, the changes and what is gone, on pages without a number', async () => {
    const { before, after } = revisions.find(({ name }) => name === '大朗') as (typeof revisions)[number];
    const { document, plain } = await marked(before, after);
    const behind = document.pages.slice(plain.pages.length);
    const texts = behind.flatMap((page) => page.texts.map(({ line }) => lineText(line)));
    expect(texts[0]).toBe('修订说明');
    for (const part of ['图例', '移到产出指标 › 时效指标，第', '（新增）', '三级指标：受惠儿童人数']) {
      expect(texts.join('')).toContain(part);
    }
    expect(texts.some((text) => text.startsWith('— '))).toBe(false);
    expect(behind.flatMap(grounds).length).toBeGreaterThan(1);
  });

  test('the same records give the same bytes', async () => {
    const { before, after } = revisions[1] as (typeof revisions)[number];
    const [one, two] = [await marked(before, after), await marked(before, after)];
    expect(Buffer.compare(await writePdf(one.document), await writePdf(two.document))).toBe(0);
    expect(Buffer.compare(await writePdf(one.document), await writePdf(one.plain))).not.toBe(0);
  });

  test('the PDF paints the grounds first, each in its grey, and then everything else in black', async () => {
    const { before, after } = revisions[1] as (typeof revisions)[number];
    const { document, plain } = await marked(before, after);
    const page = document.pages.find((one) => grounds(one).length > 0) as Page;
    const bare = plain.pages[document.pages.indexOf(page)] as Page;
    const { operators } = drawPage(page, new DocumentCodes(), null);
    const unmarked = drawPage(bare, new DocumentCodes(), null).operators;
    expect(unmarked.startsWith('0 g\n')).toBe(true);
    expect(operators.endsWith(unmarked)).toBe(true);
    const painted = operators
      .slice(0, operators.length - unmarked.length)
      .trimEnd()
      .split('\n');
    expect(painted).toHaveLength(3 * (page.grounds?.length ?? 0));
    expect(painted[0]).toBe('0.86 g');
  });
});
