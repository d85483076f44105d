import { describe, expect, test } from 'vitest';
import { paperOf } from '../../support/fake-fonts.ts';
import { band, cell, formOf, group, header, kept, label, lines, row, table, title } from '../../support/specs.ts';
import { longText, outline, rows } from './support.ts';

const [one, two, three] = rows(3, 5) as [ReturnType<typeof row>, ReturnType<typeof row>, ReturnType<typeof row>];

describe('keep', () => {
  test('a group kept whole goes to the next page when it has no room', () => {
    const spec = table(
      band(
        [20, 40, 40],
        row(cell('首', { span: 3 })),
        kept('whole', group(label('组'), ...rows(1, 3))),
        row(cell('末', { span: 3 })),
      ),
    );
    expect(outline(formOf(paperOf(200, 44), spec))).toEqual(['首', '组 甲1 1 甲2 2 甲3 3', '末']);
  });

  test('a row kept with the next one goes with it', () => {
    const spec = table(band([50, 50], ...rows(1, 2), kept('next', one), two, three));
    expect(outline(formOf(paperOf(200, 44), spec))).toEqual(['甲1 1 甲2 2', '甲3 3 甲4 4 甲5 5']);
  });

  test('a group kept with the next row goes by its last row', () => {
    const spec = table(
      band(
        [20, 40, 40],
        kept('next', group(label('组'), ...rows(1, 3))),
        row(cell('合计', { span: 2 }), cell('6')),
        row(cell('末', { span: 3 })),
      ),
    );
    expect(outline(formOf(paperOf(200, 44), spec))).toEqual(['组 甲1 1 甲2 2', '组 甲3 3 合计 6 末']);
  });

  test('a long row kept whole is not broken', () => {
    const spec = (keep: 'none' | 'whole') =>
      table(
        band(
          [100],
          ...[1, 2].map((n) => row(cell(`${n}`))),
          kept(keep, row(cell(longText(9)))),
          row(cell('末')),
          row(cell('终')),
        ),
      );
    expect(outline(formOf(paperOf(104, 112), spec('none')))[0]).toMatch(/^1 2 一/);
    expect(outline(formOf(paperOf(104, 112), spec('whole')))[0]).toBe('1 2');
  });

  test('what no page can hold is broken as if it were not marked', () => {
    const children = rows(1, 8);
    const marked = table(band([20, 40, 40], kept('whole', group(label('组'), ...children))));
    const plain = table(band([20, 40, 40], group(label('组'), ...children)));
    const paper = paperOf(200, 60);
    expect(outline(formOf(paper, marked))).toEqual(outline(formOf(paper, plain)));
  });

  test('the header printed again above kept rows counts', () => {
    const spec = (room: number) =>
      outline(
        formOf(
          paperOf(200, room),
          table(
            band(
              [20, 40, 40],
              header(label('类'), label('名'), label('数')),
              row(cell('首', { span: 3 })),
              kept('whole', group(label('组'), ...rows(1, 3))),
            ),
          ),
        ),
      );
    // 16 of the header, 14 of the first row and 3 × 14 of the group: 58 hold the group below its header, 57 do not.
    expect(spec(58)).toEqual(['类 名 数 首', '类 名 数 组 甲1 1 甲2 2 甲3 3']);
    expect(spec(57)).toEqual(['类 名 数 首 组 甲1 1', '类 名 数 组 甲2 2 甲3 3']);
  });

  test('rows stay together on a page that has no room for the header above its first row, too', () => {
    const [pair, ...after] = rows(2, 4);
    if (pair?.kind !== 'row') throw new Error('a row');
    const tall = row(label('一二三四五六七八'), cell('高'));
    const spec = table(
      band([13, 87], header(label('一二三四五'), label('名')), tall, ...rows(1, 1), kept('next', pair), ...after),
    );
    // 44 of the header, 58 of the tall row: 100 hold one of them and three rows, or two that do not part the pair.
    expect(outline(formOf(paperOf(200, 100), spec)).map((page) => page.match(/甲\d/g)?.join(''))).toEqual([
      undefined,
      '甲1',
      '甲2甲3甲4',
    ]);
  });

  test('in a chain that no page can hold as few wishes as may be are refused', () => {
    const chain = rows(1, 7).map((each) => (each.kind === 'row' ? kept('next', each) : each));
    const last = chain.map((each, i) => (i === 2 ? { ...each, keep: 'none' as const } : each));
    // All but the pair of the third and the fourth row.
    expect(outline(formOf(paperOf(200, 60), table(band([50, 50], ...last))))).toEqual([
      '甲1 1 甲2 2 甲3 3',
      '甲4 4 甲5 5 甲6 6 甲7 7',
    ]);
    expect(outline(formOf(paperOf(200, 60), table(band([50, 50], ...chain))))).toEqual([
      '甲1 1 甲2 2 甲3 3 甲4 4',
      '甲5 5 甲6 6 甲7 7',
    ]);
  });

  test('a table whose first rows stay together begins on the next page, with its title', () => {
    const spec = table(band([20, 40, 40], kept('whole', group(label('组'), ...rows(1, 3)))));
    const before = table(band([100], ...[1, 2].map((n) => row(cell(`${n}`)))));
    expect(outline(formOf(paperOf(200, 96), before, title('题'), spec))).toEqual(['1 2', '题 组 甲1 1 甲2 2 甲3 3']);
  });

  test('but a title at the head of a page does not stand there alone for it', () => {
    const spec = table(band([20, 40, 40], kept('whole', group(label('组'), ...rows(1, 3)))));
    expect(outline(formOf(paperOf(200, 60), title('题'), spec))).toEqual(['题 组 甲1 1', '组 甲2 2 甲3 3']);
  });
});

describe('headings and lines above a table', () => {
  const before = table(band([100], ...[1, 2].map((n) => row(cell(`${n}`)))));
  const unit = lines([100], cell('单位：万元', { align: 'right' }));

  test('go with it to the next page when its first row has no room below them', () => {
    const spec = table(band([50, 50], header(label('名'), label('数')), ...rows(1, 2)));
    // 28 of the first table, 30 of the title, 14 of the lines, 16 of the header.
    expect(outline(formOf(paperOf(200, 90), before, title('题'), unit, spec))).toEqual([
      '1 2',
      '题 单位：万元 名 数 甲1 1 甲2 2',
    ]);
    expect(outline(formOf(paperOf(200, 104), before, title('题'), unit, spec))).toEqual([
      '1 2 题 单位：万元 名 数 甲1 1',
      '名 数 甲2 2',
    ]);
  });
});

describe('labels at the foot of a page', () => {
  test('a row of labels in a group goes with the row that it names', () => {
    const names = row(label('支出'), label('金额'));
    const spec = table(
      band([20, 40, 40], row(cell('首', { span: 3 })), group(label('预算'), ...rows(1, 1), names, ...rows(2, 3))),
    );
    expect(outline(formOf(paperOf(200, 46), spec))).toEqual(['首 预算 甲1 1', '预算 支出 金额 甲2 2 甲3 3']);
  });

  test('the last row of a group names nothing below it', () => {
    const empty = row(label('无'), label('无'));
    const spec = table(band([20, 40, 40], group(label('甲'), ...rows(1, 1), empty), group(label('乙'), ...rows(2, 4))));
    expect(outline(formOf(paperOf(200, 44), spec))[0]).toBe('甲 甲1 1 无 无');
  });
});
