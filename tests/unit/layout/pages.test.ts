import { describe, expect, test } from 'vitest';
import { paperOf } from '../../support/fake-fonts.ts';
import { picturePages } from '../../support/picture-pages.ts';
import { setForm } from '../../support/set-form.ts';
import { band, cell, formOf, group, header, label, row, table, title } from '../../support/specs.ts';
import { lines, pagesOf, rows } from './pages-support.ts';

describe('spans over page turns', () => {
  test('a label is printed again, whole, on each page that its rows reach', () => {
    expect(
      pagesOf(
        paperOf(200, 60),
        band([20, 40, 40], group(label('产出指标'), ...rows(1, 9)), row(cell('末', { span: 3 }))),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 产出/指标 | 第1行 | 1
         14 | ^ | 第2行 | 2
         14 | ^ | 第3行 | 3
         14 | ^ | 第4行 | 4
      第 2 页
         14 | *产出/指标 | 第5行 | 5
         14 | ^ | 第6行 | 6
         14 | ^ | 第7行 | 7
      第 3 页
         15 | *产出/指标 | 第8行 | 8
         15 | ^ | 第9行 | 9
         14 | 末 | < | <"
    `);
  });

  test('nested labels are printed again with the outer one', () => {
    expect(
      pagesOf(
        paperOf(200, 44),
        band(
          [20, 20, 30, 30],
          group(label('产出'), group(label('数量'), ...rows(1, 2)), group(label('质量'), ...rows(3, 5))),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 产出 | 数量 | 第1行 | 1
         14 | ^ | ^ | 第2行 | 2
         16 | ^ | 质量 | 第3行 | 3
      第 2 页
         14 | *产出 | *质量 | 第4行 | 4
         14 | ^ | ^ | 第5行 | 5"
    `);
  });

  test('long text beside several rows flows on, line by line', () => {
    expect(
      pagesOf(
        paperOf(208, 60),
        band([50, 30, 20], row(cell(lines(14), { rows: 5 }), cell('一'), cell('1')), ...rows(2, 5)),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 一文文文文文文文文文/二文文文文文文文文文/三文文文文文文文文文 | 一 | 1
         14 | ^ | 第2行 | 2
         14 | ^ | 第3行 | 3
      第 2 页
         14 | 四文文文文文文文文文/五文文文文文文文文文/六文文文文文文文文文/七文文文文文文文文文 | 第4行 | 4
         46 | ^ | 第5行 | 5
      第 3 页
         60 | 八文文文文文文文文文/九文文文文文文文文文/十文文文文文文文文文/一文文文文文文文文文 |  |
      第 4 页
         38 | 二文文文文文文文文文/三文文文文文文文文文/四文文文文文文文文文 |  |"
    `);
  });

  test('long text that ends beside a short row goes on in that row on the next page', () => {
    expect(
      pagesOf(
        paperOf(208, 60),
        band([50, 30, 20], row(cell(lines(12), { rows: 2 }), cell('一'), cell('1')), ...rows(2, 2)),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 一文文文文文文文文文/二文文文文文文文文文/三文文文文文文文文文/四文文文文文文文文文 | 一 | 1
         46 | ^ | 第2行 | 2
      第 2 页
         60 | 五文文文文文文文文文/六文文文文文文文文文/七文文文文文文文文文/八文文文文文文文文文 |  |
      第 3 页
         50 | 九文文文文文文文文文/十文文文文文文文文文/一文文文文文文文文文/二文文文文文文文文文 |  |"
    `);
  });

  test.each([
    ['fill the page', 10, 12, [58, '一/二/三/四/五/六/七', '一/二/三/四/五/六/七', 62, '八/九/十', '八/九/十/一/二']],
    [
      'keep two lines for the next',
      8,
      12,
      [46, '一/二/三/四/五/六', '一/二/三/四/五/六', 74, '七/八', '七/八/九/十/一/二'],
    ],
    ['may end, one of them', 7, 12, [58, '一/二/三/四/五/六/七', '一/二/三/四/五/六/七', 62, '', '八/九/十/一/二']],
    ['may be short, one of them', 8, 3, [46, '一/二/三/四/五/六', '一/二/三', 26, '七/八', '']],
  ])('long texts that end beside a short row %s', (_, one, other, [height, left, right, rest, below, beside]) => {
    const long = row(cell(lines(one), { rows: 3 }), cell(lines(other), { rows: 3 }), cell('一'));
    const spec = band([40, 40, 20], row(cell('甲'), cell('乙'), cell('丙')), long, row(cell('二')), row(cell('三')));
    const pages = pagesOf(paperOf(260, 100), spec).replaceAll(/文+/gu, '').trim().split(/\n */u);
    expect(pages).toEqual([
      '第 1 页',
      '14 | 甲 | 乙 | 丙',
      `14 | ${left} | ${right} | 一`,
      '14 | ^ | ^ | 二',
      `${height} | ^ | ^ | 三`,
      '第 2 页',
      `${rest} | ${below} | ${beside} |`,
    ]);
  });
});

describe('rows that are broken', () => {
  test('a long row fills the page, and its label is printed again', () => {
    expect(
      pagesOf(paperOf(152, 90), band([30, 70], row(label('目标'), cell(lines(12))), row(cell('末', { span: 2 })))),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         86 | 目标 | 一文文文文文文文文文/二文文文文文文文文文/三文文文文文文文文文/四文文文文文文文文文/五文文文文文文文文文/六文文文文文文文文文/七文文文文文文文文文
      第 2 页
         62 | *目标 | 八文文文文文文文文文/九文文文文文文文文文/十文文文文文文文文文/一文文文文文文文文文/二文文文文文文文文文
         14 | 末 | <"
    `);
  });

  test('at least two lines of a long row go over to the next page', () => {
    expect(
      pagesOf(paperOf(152, 112), band([30, 70], row(label('目标'), cell(lines(10))), row(label('乙'), cell('二')))),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         98 | 目标 | 一文文文文文文文文文/二文文文文文文文文文/三文文文文文文文文文/四文文文文文文文文文/五文文文文文文文文文/六文文文文文文文文文/七文文文文文文文文文/八文文文文文文文文文
      第 2 页
         26 | *目标 | 九文文文文文文文文文/十文文文文文文文文文
         16 | 乙 | 二"
    `);
  });

  test('where only one line would stay, the row moves whole', () => {
    expect(
      pagesOf(
        paperOf(152, 112),
        band(
          [30, 70],
          ...[1, 2, 3, 4, 5, 6, 7].map((n) => row(cell('甲'), cell(`${n}`))),
          row(label('目标'), cell(lines(8))),
          row(cell('末', { span: 2 })),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 甲 | 1
         14 | 甲 | 2
         14 | 甲 | 3
         14 | 甲 | 4
         14 | 甲 | 5
         14 | 甲 | 6
         14 | 甲 | 7
      第 2 页
         98 | 目标 | 一文文文文文文文文文/二文文文文文文文文文/三文文文文文文文文文/四文文文文文文文文文/五文文文文文文文文文/六文文文文文文文文文/七文文文文文文文文文/八文文文文文文文文文
         14 | 末 | <"
    `);
  });

  test('a short row moves whole', () => {
    expect(
      pagesOf(paperOf(152, 90), band([30, 70], row(cell('甲'), cell('一')), row(label('目标'), cell(lines(7))))),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 甲 | 一
      第 2 页
         86 | 目标 | 一文文文文文文文文文/二文文文文文文文文文/三文文文文文文文文文/四文文文文文文文文文/五文文文文文文文文文/六文文文文文文文文文/七文文文文文文文文文"
    `);
  });

  test('the name of a row is printed again where it goes on, and other short cells once, where the row begins', () => {
    expect(
      pagesOf(
        paperOf(202, 90),
        band([25, 50, 25], row(cell('甲项目'), cell(lines(10)), cell('4128.5', { valign: 'top' }))),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         86 | 甲项目 | 一文文文文文文文文/文二文文文文文文文/文文三文文文文文文/文文文四文文文文文/文文文文五文文文文/文文文文文六文文文/文文文文文文七文文 | 4128.5
      第 2 页
         62 | *甲项目 | 文文文文文文文八文/文文文文文文文文九/文文文文文文文文文/十文文文文文文文/文文 |"
    `);
  });

  test.each([
    [
      'behind labels of this row alone',
      [label('质量'), cell('甲项目'), cell(lines(10)), cell('1')],
      ['质量', '甲项目'],
    ],
    ['behind a number', [cell('3'), cell('甲项目'), cell(lines(10)), cell('1')], ['3', '甲项目']],
    ['behind a number that is a label', [label('3'), cell('甲项目'), cell(lines(10)), cell('1')], ['3', '甲项目']],
    ['and not what stands behind it', [cell('甲项'), cell('乙'), cell(lines(10)), cell('1')], ['甲项']],
    ['not where labels name the cells', [label('名称'), cell('甲'), label('内容'), cell(lines(10))], ['名称', '内容']],
    ['not where it says something', [cell('3'), cell('甲事办完。'), cell(lines(10)), cell('1')], ['3']],
    ['not where it is long', [cell('3'), cell('一二三四'.repeat(5)), cell(lines(10)), cell('1')], ['3']],
    [
      'where it has four lines',
      [cell('一'.repeat(8)), cell('乙'), cell(lines(10)), cell('1')],
      ['一一/一一/一一/一一'],
    ],
    ['not where it has five', [cell('一'.repeat(10)), cell('乙'), cell(lines(12)), cell('1')], []],
  ])('a name is printed again %s', (_, cells, again) => {
    const pages = pagesOf(paperOf(202, 90), band([15, 20, 50, 15], row(...cells)));
    const [, second = ''] = pages.split(/第 [23] 页/u);
    expect([...second.matchAll(/\*([^ ]+)/gu)].map(([, text]) => text)).toEqual(again);
  });

  test('a first cell that is empty, or as long as half of its row, names nothing', () => {
    expect(
      pagesOf(
        paperOf(152, 90),
        band([30, 70], row(cell(''), cell(lines(10))), row(cell('一二三四'.repeat(5)), cell(lines(9)))),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         86 |  | 一文文文文文文文文文/二文文文文文文文文文/三文文文文文文文文文/四文文文文文文文文文/五文文文文文文文文文/六文文文文文文文文文/七文文文文文文文文文
      第 2 页
         38 |  | 八文文文文文文文文文/九文文文文文文文文文/十文文文文文文文文文
         50 | 一二三四/一二三四/一二三四 | 一文文文文文文文文文/二文文文文文文文文文/三文文文文文文文文文/四文文文文文文文文文
      第 3 页
         62 | 一二三四/一二三四 | 五文文文文文文文文文/六文文文文文文文文文/七文文文文文文文文文/八文文文文文文文文文/九文文文文文文文文文"
    `);
  });
});

describe('labels taller than their slot', () => {
  test('a label grows its rows evenly', () => {
    expect(
      pagesOf(paperOf(200, 200), band([12, 44, 44], group(label('一二三四五六七'), ...rows(1, 3)))),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
      19.333 | 一二/三四/五六/七 | 第1行 | 1
      19.333 | ^ | 第2行 | 2
      19.334 | ^ | 第3行 | 3"
    `);
  });

  test('a header keeps its height while there are other rows', () => {
    const words = label('一二三四五六七');
    const heights = (text: string): number[] =>
      [...text.matchAll(/^ *([\d.]+) \|/gm)].map(([, height]) => Number(height));
    const below = group(words, header(label('名'), label('数')), ...rows(1, 2));
    expect(heights(pagesOf(paperOf(200, 200), band([12, 44, 44], below)))).toEqual([16, 21, 21]);
    const alone = group(words, header(label('名'), label('数')));
    expect(heights(pagesOf(paperOf(200, 200), band([12, 44, 44], alone)))).toEqual([58]);
  });

  test('a label around others sees the rows that they have grown, and grows nothing twice', () => {
    expect(
      pagesOf(
        paperOf(200, 200),
        band(
          [12, 12, 38, 38],
          group(
            label('一二三四五六七'),
            group(label('一二三四五六'), ...rows(1, 2)),
            group(label('甲'), ...rows(3, 3)),
          ),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         22 | 一二/三四/五六/七 | 一二/三四/五六 | 第1行 | 1
         22 | ^ | ^ | 第2行 | 2
         16 | ^ | 甲 | 第3行 | 3"
    `);
  });

  test('on each page the rows that stand there hold the label', () => {
    expect(
      pagesOf(paperOf(200, 72), band([12, 44, 44], group(label('一二三四五六'), ...rows(1, 6)))),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
      14.666 | 一二/三四/五六 | 第1行 | 1
      14.666 | ^ | 第2行 | 2
      14.668 | ^ | 第3行 | 3
      第 2 页
      14.666 | *一二/三四/五六 | 第4行 | 4
      14.666 | ^ | 第5行 | 5
      14.668 | ^ | 第6行 | 6"
    `);
  });
});

test('a table that has no room below its title begins on the next page', () => {
  const spec = table(band([50, 50], header(label('甲'), label('乙')), ...rows(1, 2)));
  const { pages } = setForm(formOf(paperOf(200, 58), title('大标题'), spec));
  expect(`\n${picturePages(pages)}`).toMatchInlineSnapshot(`
    "
    第 1 页
    第 2 页
       16 | 甲 | 乙
       14 | 第1行 | 1
       14 | 第2行 | 2"
  `);
});
