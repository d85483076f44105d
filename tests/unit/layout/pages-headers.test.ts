import { describe, expect, test } from 'vitest';
import { paperOf } from '../../support/fake-fonts.ts';
import { band, cell, group, header, label, row } from '../../support/specs.ts';
import { lines, pagesOf, rows } from './pages-support.ts';

describe('headers', () => {
  test('a header in the middle of a table is printed again, with an empty corner beside a label that is over', () => {
    expect(
      pagesOf(
        paperOf(200, 76),
        band([20, 40, 40], row(cell('首', { span: 3 }))),
        band(
          [20, 40, 40],
          group(label('任务'), header(label('名称'), label('金额')), ...rows(1, 2)),
          group(label('其他'), ...rows(3, 7)),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 首 | < | <
         16 | 任务 | 名称 | 金额
         14 | ^ | 第1行 | 1
         14 | ^ | 第2行 | 2
         16 | 其他 | 第3行 | 3
      第 2 页
         16 | × | *名称 | *金额
         14 | *其他 | 第4行 | 4
         14 | ^ | 第5行 | 5
         14 | ^ | 第6行 | 6
         14 | ^ | 第7行 | 7"
    `);
  });

  test('a label beside its header is printed beside the repeated header too', () => {
    expect(
      pagesOf(
        paperOf(200, 60),
        band([20, 40, 40], group(label('绩效指标'), header(label('名称'), label('数值')), ...rows(1, 5))),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         16 | 绩效/指标 | 名称 | 数值
         14 | ^ | 第1行 | 1
         14 | ^ | 第2行 | 2
         14 | ^ | 第3行 | 3
      第 2 页
         16 | *绩效/指标 | *名称 | *数值
         14 | ^ | 第4行 | 4
         14 | ^ | 第5行 | 5"
    `);
  });

  test('a header does not stand alone at the foot of a page', () => {
    expect(
      pagesOf(
        paperOf(200, 60),
        band([50, 50], ...rows(1, 3)),
        band([50, 50], header(label('名称'), label('数值')), ...rows(4, 6)),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 第1行 | 1
         14 | 第2行 | 2
         14 | 第3行 | 3
      第 2 页
         16 | 名称 | 数值
         14 | 第4行 | 4
         14 | 第5行 | 5
         14 | 第6行 | 6"
    `);
  });

  test('a header of two rows comes back whole, with its own spans', () => {
    const head = [header(label('名称', { rows: 2 }), label('金额', { span: 2 })), header(label('总额'), label('拨款'))];
    expect(
      pagesOf(
        paperOf(200, 80),
        band([40, 30, 30], ...head, ...[1, 2, 3, 4].map((n) => row(cell(`甲${n}`), cell(`${n}`), cell('0')))),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         16 | 名称 | 金额 | <
         16 | ^ | 总额 | 拨款
         14 | 甲1 | 1 | 0
         14 | 甲2 | 2 | 0
      第 2 页
         16 | *名称 | *金额 | <
         16 | ^ | *总额 | *拨款
         14 | 甲3 | 3 | 0
         14 | 甲4 | 4 | 0"
    `);
  });

  test('a header is repeated above the rest of the row below it', () => {
    expect(
      pagesOf(paperOf(152, 90), band([30, 70], header(label('名称'), label('目标')), row(cell('一'), cell(lines(9))))),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         16 | 名称 | 目标
         74 | 一 | 一文文文文文文文文文/二文文文文文文文文文/三文文文文文文文文文/四文文文文文文文文文/五文文文文文文文文文/六文文文文文文文文文
      第 2 页
         16 | *名称 | *目标
         38 | *一 | 七文文文文文文文文文/八文文文文文文文文文/九文文文文文文文文文"
    `);
  });

  test('a header of many lines moves whole', () => {
    expect(
      pagesOf(
        paperOf(152, 160),
        band([30, 70], ...rows(1, 4)),
        band([30, 70], header(label('说明'), cell(lines(9))), ...rows(5, 6)),
      ),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         14 | 第1行 | 1
         14 | 第2行 | 2
         14 | 第3行 | 3
         14 | 第4行 | 4
      第 2 页
        110 | 说明 | 一文文文文文文文文文/二文文文文文文文文文/三文文文文文文文文文/四文文文文文文文文文/五文文文文文文文文文/六文文文文文文文文文/七文文文文文文文文文/八文文文文文文文文文/九文文文文文文文文文
         14 | 第5行 | 5
         14 | 第6行 | 6"
    `);
  });

  test('a header larger than half the page is not repeated', () => {
    expect(
      pagesOf(paperOf(200, 60), band([20, 80], header(label('一二三四五六七'), label('甲')), ...rows(1, 3))),
    ).toMatchInlineSnapshot(`
      "
      第 1 页
         44 | 一二三/四五六/七 | 甲
         14 | 第1行 | 1
      第 2 页
         14 | 第2行 | 2
         14 | 第3行 | 3"
    `);
  });
});
