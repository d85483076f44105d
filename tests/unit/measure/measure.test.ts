import { describe, expect, test } from 'vitest';
import { mm, mpt, pt } from '../../../src/base/index.ts';
import type { CellSpec, FormDocument, Lines } from '../../../src/form/index.ts';
import { buildGrids } from '../../../src/grid/index.ts';
import { type MeasuredCell, measureDocument, oncePerColumn, type Setup } from '../../../src/measure/index.ts';
import type { FontSet } from '../../../src/text/index.ts';
import { fakeFonts, fakeSetup, paperOf } from '../../support/fake-fonts.ts';
import { linesOf, lineText, setForm, setTable, successOf } from '../../support/set-form.ts';
import { band, cell, formOf, group, label, placed, row, table, title } from '../../support/specs.ts';

/** The cells of one row of equal columns on a type area of 400 pt. */
function measuredCells(...cells: readonly CellSpec[]): readonly MeasuredCell[] {
  const columns = cells.map(() => 100 / cells.length);
  return setTable(table(band(columns, row(...cells))), paperOf(400, 400)).grid.cells;
}

describe('a cell', () => {
  test('is set in the width of its columns less the paddings, and needs its lines and paddings', () => {
    const [long] = measuredCells(cell('字'.repeat(45)), cell());
    expect(long).toMatchObject({ width: pt(196), lineCount: 3, need: pt(3 * 12 + 2) });
  });

  test('takes the style of its role', () => {
    const [one, two] = measuredCells(label('甲'), cell('乙'));
    expect([one?.style.pitch, two?.style.pitch]).toEqual([pt(14), pt(12)]);
    expect([one?.need, two?.need]).toEqual([pt(16), pt(14)]);
  });

  test('without text still needs a line', () => {
    expect(measuredCells(cell(''))).toMatchObject([{ lineCount: 1, need: pt(14) }]);
    expect(measuredCells({ ...cell(), paragraphs: [] })).toMatchObject([{ lineCount: 1, need: pt(14) }]);
  });

  test('begins a line for each paragraph, also for an empty one between', () => {
    const [one] = measuredCells(cell(['甲', '', '乙']));
    expect(one && linesOf(one).map(lineText)).toEqual(['甲', '', '乙']);
    expect(one?.lineCount).toBe(3);
  });

  test('asked to be aligned by itself is centred while it has one line, and justified when it has more', () => {
    const cells = measuredCells(cell('短'), cell('字'.repeat(50)), cell('短', { align: 'right' }));
    expect(cells.map(({ align }) => align)).toEqual(['center', 'justify', 'right']);
  });

  test('among cells of its column is centred where most have one line, and begins at the left where most have more', () => {
    const aligns = (...texts: readonly string[]) => {
      const grid = table(band([60, 40], ...texts.map((text) => row(cell(text), cell('', { align: 'right' })))));
      return setTable(grid, paperOf(400, 400)).grid.cells.flatMap(({ align }) => (align === 'right' ? [] : align));
    };
    const [short, long] = ['字', '字'.repeat(50)];
    expect(aligns(short, short, long, '')).toEqual(['center', 'center', 'center', 'center']);
    expect(aligns(short, long, long, '')).toEqual(['justify', 'justify', 'justify', 'justify']);
  });

  test('narrower than ten characters is not justified', () => {
    const [justified] = measuredCells(cell('字'.repeat(30), { align: 'justify' }), cell(), cell(), cell());
    expect(justified?.align).toBe('left');
  });

  test('narrower than a character is measured as wide as one', () => {
    const set = setTable(table(band([1, 99], row(cell('甲乙'), cell()))), paperOf(400, 400));
    expect(set.grid.cells[0]).toMatchObject({ width: pt(10), lineCount: 2 });
  });
});

describe('a label', () => {
  test('is balanced, and its inset narrows both sides to the width of its lines', () => {
    const [one] = measuredCells(label('年度重点工作任务'), cell(), cell(), cell(), cell(), cell(), cell());
    const [paragraph] = one?.paragraphs ?? [];
    expect(paragraph?.lines.map(lineText)).toEqual(['年度重点', '工作任务']);
    const width = (one?.width ?? 0) - 2 * (paragraph?.inset ?? 0);
    expect(Math.abs(width - pt(40))).toBeLessThan(200);
  });

  test('that is vertical has a line for each character, closer together than lines of text', () => {
    const [one] = measuredCells(label('任务', { direction: 'vertical' }), cell());
    expect(one).toMatchObject({ lineCount: 2, need: pt(2 * 12.5 + 2) });
  });
});

describe('blocks beside the table', () => {
  const lines: Lines = {
    kind: 'lines',
    style: null,
    seal: false,
    keep: 'none',
    columns: [60, 40],
    cells: [cell('填报单位（盖章）：', { align: 'left' }), cell('单位：万元', { align: 'right' })],
    at: placed(0),
  };
  const blocksOf = (...blocks: FormDocument['sections'][number]['blocks']) =>
    successOf(measureDocument(successOf(buildGrids(formOf(paperOf(400, 400), ...blocks))), fakeSetup)).sections[0]
      ?.blocks;

  test('only the last of several headings has room below it', () => {
    const subtitle = { ...title('(2024年)'), role: 'subtitle' } as const;
    expect(blocksOf(title('标题'), subtitle, lines)).toMatchObject([
      { kind: 'heading', height: pt(24), after: 0 },
      { kind: 'heading', height: pt(16), after: pt(6) },
      { kind: 'lines' },
    ]);
  });

  test('lines stand side by side, a character apart, and are as high as the highest of them', () => {
    const [block] = blocksOf({ ...lines, columns: [90, 10] }) ?? [];
    expect(block).toMatchObject({
      height: pt(2 * 12),
      cells: [
        { x: 0, width: pt(350), align: 'left' },
        { x: pt(360), width: pt(40), align: 'right' },
      ],
    });
  });

  test('only lines at the left keep away from the next, the last and others take their whole column', () => {
    const cells = [cell('甲', { align: 'right' }), cell('乙', { align: 'left' }), cell('丙', { align: 'left' })];
    const [block] = blocksOf({ ...lines, columns: [25, 25, 50], cells }) ?? [];
    expect(block).toMatchObject({ cells: [{ width: pt(100) }, { x: pt(100), width: pt(90) }, { width: pt(200) }] });
  });

  test('lines are indented where a form says so', () => {
    const cells = [cell('甲', { align: 'left', indent: 2 }), cell('乙', { align: 'left', indent: 3 })];
    const [block] = blocksOf({ ...lines, columns: [25, 75], cells }) ?? [];
    expect(block).toMatchObject({
      cells: [
        { x: pt(20), width: pt(70) },
        { x: pt(130), width: pt(270) },
      ],
    });
  });

  test('long lines are not indented by themselves', () => {
    const note = cell('字'.repeat(120), { align: 'justify' });
    const [block] = blocksOf({ ...lines, columns: [100], cells: [note] }) ?? [];
    expect(block).toMatchObject({ height: pt(3 * 12), cells: [{ paragraphs: [{ indent: 0 }] }] });
  });

  test('a seal has 45 mm clear, and the lines that it goes with stand in the middle of them', () => {
    const one = table(band([100], row(cell('甲'))));
    const [, sealed] = blocksOf(one, { ...lines, seal: true }) ?? [];
    expect(sealed).toMatchObject({ height: pt(6) + mm(45), drop: mpt(pt(6) + (mm(45) - pt(12)) / 2), seal: true });
    const long = cell('字'.repeat(500), { align: 'left' });
    const [tall] = blocksOf({ ...lines, columns: [100], cells: [long], seal: true }) ?? [];
    expect(tall).toMatchObject({ height: pt(13 * 12), drop: 0 });
  });

  test('the number of an annex stands at the left with an empty line below it (GB/T 9704-2012 7.3.7)', () => {
    const annex = { ...title('附件1'), role: 'annex' } as const;
    expect(blocksOf(annex, title('标题'))).toMatchObject([
      { align: 'left', after: pt(16) },
      { align: 'center', after: pt(6) },
    ]);
  });

  test('lines keep clear of a table above and below them, and of other lines no more than those of a paragraph', () => {
    const one = table(band([100], row(cell('甲'))));
    const note = { ...lines, columns: [100], cells: [cell('注', { align: 'left' })] };
    const blocks = blocksOf(note, note, one, note, note, note, one) ?? [];
    expect(blocks.map((block) => (block.kind === 'lines' ? [block.drop, block.height] : block.kind))).toEqual([
      [0, pt(12)],
      [0, pt(12 + 3)],
      'grid',
      [pt(6), pt(6 + 12)],
      [0, pt(12)],
      [0, pt(12 + 3)],
      'grid',
    ]);
  });
});

describe('an amount that its column cannot hold', () => {
  const measured = (text: string) => {
    const grids = buildGrids(formOf(paperOf(400, 400), table(band([12, 88], row(cell(text), cell('甲'))))));
    const { sections } = successOf(measureDocument(successOf(grids), fakeSetup));
    const [block] = sections[0]?.blocks ?? [];
    if (block?.kind !== 'grid') throw new Error('no table');
    const { width, beyond, lineCount } = block.cells[0] as (typeof block.cells)[number];
    return { width, beyond, lineCount, padX: block.table.padX };
  };

  test('takes of the padding what it lacks, down to a point on either side', () => {
    const { width, padX } = measured('1');
    for (let digits = 1; digits < 14; digits += 1) {
      const lack = pt(5 * digits) - width;
      const most = 2 * (padX - pt(1));
      const expected = lack > 0 && lack <= most ? Math.ceil(lack / 2) : 0;
      expect(measured('1'.repeat(digits))).toMatchObject({ beyond: expected, lineCount: lack > most ? 2 : 1 });
    }
  });

  test('but not a text that may be parted', () => {
    const { width } = measured('1');
    expect(measured('汉'.repeat(Math.ceil(width / pt(10))))).toMatchObject({ beyond: 0, lineCount: 2 });
  });
});

describe('T001', () => {
  const fonts: FontSet = {
    face: (face) => (codePoint) => (codePoint > 0xffff ? null : fakeFonts.face(face)(codePoint)),
  };
  const faultsOf = (spec: CellSpec) => {
    const grids = successOf(buildGrids(formOf(paperOf(400, 400), table(band([100], row(spec))))));
    const measured = measureDocument(grids, { ...fakeSetup, fonts });
    return measured.ok ? [] : measured.problems.map(({ code, at, message }) => ({ code, ...at, message }));
  };
  const typed = (text: string, start: number, end: number): CellSpec => ({
    ...cell(),
    paragraphs: [{ runs: [{ text, origin: { kind: 'value', path: ['甲'], span: { file: 'a.yaml', start, end } } }] }],
  });

  test('a character without a glyph is reported at its own place in the record', () => {
    expect(faultsOf(typed('甲𠮷乙', 10, 14))).toEqual([
      { code: 'T001', file: 'a.yaml', start: 11, end: 13, message: '没有一种字体有“𠮷”（U+20BB7）这个字' },
    ]);
  });

  test('where the text was not typed letter by letter, the whole value is pointed at', () => {
    expect(faultsOf(typed('甲𠮷乙', 10, 20))).toMatchObject([{ start: 10, end: 20 }]);
  });

  test('a value tells each character once, where it stands first, and how often it has it', () => {
    expect(faultsOf(typed('𠮷𠮷', 10, 20))).toHaveLength(1);
    expect(faultsOf(typed('甲𠮷乙𠮷', 10, 16))).toEqual([
      {
        code: 'T001',
        file: 'a.yaml',
        start: 11,
        end: 13,
        message: '没有一种字体有“𠮷”（U+20BB7）这个字，这一项里有 2 处',
      },
    ]);
    expect(faultsOf(typed('𠮷𠮸', 10, 14))).toHaveLength(2);
  });

  test.each([
    ['\u2A7E', '没有一种字体有“⩾”（U+2A7E）这个字', /^换成“≥”；确要用它/],
    ['\uF0D8', '这里有一个自造的字符（U+F0D8），没有一种字体有它', /^多半是 Word 里列表的记号，换成“➢”/],
    ['\uE815', '这里有一个自造的字符（U+E815），没有一种字体有它', /^换成通用的字；确要用它/],
    ['\u2066', '这里有一个看不见的字符（U+2066），没有一种字体有它', /^删去它/],
  ])('%j: what to write instead, where that is known', (character, message, advice) => {
    const fonts: FontSet = {
      face: (face) => (codePoint) => (codePoint === character.codePointAt(0) ? null : fakeFonts.face(face)(codePoint)),
    };
    const grids = successOf(
      buildGrids(formOf(paperOf(400, 400), table(band([100], row(typed(`甲${character}`, 10, 12)))))),
    );
    const measured = measureDocument(grids, { ...fakeSetup, fonts });
    expect(measured.ok ? [] : measured.problems).toMatchObject([
      { code: 'T001', message, advice: expect.stringMatching(advice) },
    ]);
  });
});

describe('what cannot be set well is a warning', () => {
  const warningsOf = (spec: CellSpec, height = 400): readonly (readonly [string, string])[] => {
    const document = successOf(buildGrids(formOf(paperOf(100, height), table(band([50, 50], row(spec, cell('乙')))))));
    const measured = measureDocument(document, fakeSetup);
    return measured.ok ? measured.warnings.map(({ code, message }) => [code, message]) : [];
  };

  test('T002: a number wider than its cell', () => {
    expect(warningsOf(cell('共121,340,000.00元'))).toEqual([['T002', '“121,340,000.00”比格子宽，只好从中间断开']]);
    expect(warningsOf(cell('1,340.00'))).toEqual([]);
  });

  test('T002 is told once of the values of a column, at the first that nobody has accepted, with how many there are', () => {
    const amount = () => cell('121,340,000.00');
    const rows = [row(label('121,340,000.00'), cell('乙')), ...[1, 2, 3].map(() => row(amount(), cell('乙')))];
    const document = successOf(
      buildGrids(formOf(paperOf(100, 400), table(band([50, 50], ...rows, row(cell(), amount()))))),
    );
    const measured = measureDocument(document, fakeSetup);
    const found = measured.ok ? measured.warnings : [];
    const words = '“121,340,000.00”比格子宽，只好从中间断开';
    expect(found.map(({ message }) => message)).toEqual([words, words, words, words, words]);
    const told = (accepted: number): string[] =>
      oncePerColumn(found.map((one, i) => (i === accepted ? { ...one, accepted: '原因' } : one))).map(
        ({ accepted: reason, message }) => (reason ?? '') + message,
      );
    expect(told(-1)).toEqual([words, `${words}；这一栏里这样的有 3 处`, words]);
    expect(told(1)).toEqual([words, `原因${words}`, `${words}；这一栏里这样的有 2 处`, words]);
  });

  test('T002 points at each of several such words where it was typed, behind rare characters and other runs too', () => {
    const typed = '𠮷（121,340,000.00）和https://abcdefghijklm 共1234567890123元';
    const span = { file: 'a.yaml', start: 5, end: 5 + typed.length };
    const words = { text: '其中𠮷：', origin: { kind: 'template', span: placed(0) } } as const;
    const written = { text: typed, origin: { kind: 'value', path: ['甲'], span } } as const;
    const spec = { ...cell(), paragraphs: [{ runs: [words, written] }] };
    const grids = successOf(buildGrids(formOf(paperOf(100, 400), table(band([50, 50], row(spec, cell('乙')))))));
    const measured = measureDocument(grids, fakeSetup);
    const found = measured.ok ? measured.warnings : [];
    expect(found.map(({ at }) => typed.slice(at.start - 5, at.end - 5))).toEqual([
      '（121,340,000.00）',
      'abcdefghijklm',
      '1234567890123',
    ]);
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
  });

  test('T002: what was worked out cannot be shortened by its author', () => {
    const adviceFor = (kind: 'computed' | 'value'): string => {
      const run = { text: '121,340,000.00', origin: { kind, path: ['甲'], span: placed(3) } } as const;
      const spec = { ...cell(), paragraphs: [{ runs: [run] }] };
      const grids = successOf(buildGrids(formOf(paperOf(100, 400), table(band([50, 50], row(spec, cell('乙')))))));
      const measured = measureDocument(grids, fakeSetup);
      return measured.ok ? measured.warnings.map(({ advice }) => advice).join() : '';
    };
    expect(adviceFor('computed')).toBe('这是算出来的数，缩短不了：请管理模板的同事加宽这一栏（columns）。');
    expect(adviceFor('value')).toBe('缩短它，或请管理模板的同事加宽这一栏（columns）。');
  });

  test('T002: an address is one word, however many of its parts are broken', () => {
    expect(warningsOf(cell('邮箱ouyangouyang.jianguojianguo@yunlanyunlan.cn'))).toEqual([
      ['T002', '“ouyangouyang.jiangu…”比格子宽，只好从中间断开'],
    ]);
    expect(warningsOf(cell('ouyang.jian@yunlan.cn'))).toEqual([]);
  });

  test('L001 points at what the author wrote, not at words of the form before it', () => {
    const words = {
      text: '目标1：',
      origin: { kind: 'template', span: { file: 'form.hbs', start: 0, end: 4 } },
    } as const;
    const span = { file: 'a.yaml', start: 5, end: 65 };
    const written = { text: '字'.repeat(60), origin: { kind: 'value', path: ['甲'], span } } as const;
    const spec: CellSpec = { ...cell(), paragraphs: [{ runs: [words, written] }] };
    const grids = successOf(buildGrids(formOf(paperOf(100, 60), table(band([100], row(spec))))));
    const measured = measureDocument(grids, fakeSetup);
    expect(measured.ok && measured.warnings.map(({ code, at }) => [code, at])).toEqual([['L001', span]]);
  });

  test('L001: a cell taller than a page, whether it names others or not', () => {
    expect(warningsOf(cell('字'.repeat(60)), 60)).toMatchObject([['L001', expect.any(String)]]);
    expect(warningsOf(label('字'.repeat(60)), 60)).toMatchObject([['L001', expect.any(String)]]);
    expect(warningsOf(cell('字'.repeat(8)), 60)).toEqual([]);
  });
});

describe('paragraphs of a cell', () => {
  const set = (text: string | readonly string[], paragraph: Partial<Setup['paragraph']>, width = 400) => {
    const setup = { ...fakeSetup, paragraph: { ...fakeSetup.paragraph, ...paragraph } };
    const spec = cell(text, { align: 'justify' });
    return setForm(formOf(paperOf(width, 400), table(band([100], row(spec)))), setup).grid.cells[0] as MeasuredCell;
  };
  const indentsOf = (one: MeasuredCell): number[] => one.paragraphs.map(({ indent }) => indent);

  test('long text in a wide cell is indented by two characters (CLREQ 6.2.1.1)', () => {
    const one = set(['字'.repeat(60), '短'], { indent: 'auto' });
    expect(indentsOf(one)).toEqual([pt(20), pt(20)]);
    expect(one.paragraphs[0]?.lines.map(({ offset }) => offset)).toEqual([pt(20), 0]);
    expect(one.paragraphs[0]?.lines.map((line) => lineText(line).length)).toEqual([37, 23]);
  });

  test('text of one line, and text in a narrow cell, is not', () => {
    expect(indentsOf(set('短', { indent: 'auto' }))).toEqual([0]);
    expect(indentsOf(set('字'.repeat(60), { indent: 'auto' }, 200))).toEqual([0]);
  });

  test('is indented as much as a form says, but not behind an indent that the author typed', () => {
    expect(indentsOf(set(['字'.repeat(60), '\u3000\u3000字'], { indent: 1 }))).toEqual([pt(10), 0]);
    expect(indentsOf(set('字'.repeat(60), { indent: 0 }))).toEqual([0]);
  });

  test('stand apart by what a form says', () => {
    const one = set(['甲', '字'.repeat(60), '乙'], { gap: pt(3) });
    expect(one).toMatchObject({ gap: pt(3), starts: [1, 3], lineCount: 4, need: pt(4 * 12 + 2 * 3 + 2) });
  });
});

describe('a label of several rows', () => {
  const labelled = (continued: string) => {
    const setup = { ...fakeSetup, table: { ...fakeSetup.table, continued } };
    const spec = group(label('绩效指标'), row(cell('甲')), row(cell('乙')));
    return setForm(formOf(paperOf(400, 400), table(band([10, 90], spec))), setup).grid.cells[0] as MeasuredCell;
  };

  test('has a text of its own for further pages where a form asks for it', () => {
    const { again } = labelled('（续）');
    expect(again?.flatMap(({ lines }) => lines).map(lineText)).toEqual(['绩效', '指标', '（续）']);
    expect(again?.at(-1)?.source.runs.at(-1)?.origin.kind).toBe('generated');
  });

  test('and else none', () => {
    expect(labelled('').again).toBeNull();
  });
});

describe('a short name in a header', () => {
  test('is spread to the width of so many characters, and a longer one is not', () => {
    const [short, same, long] = measuredCells(
      label('名称', { spread: 4 }),
      label('主管部门', { spread: 4 }),
      label('下属单位数', { spread: 4 }),
    );
    const widths = [short, same, long].map((one) => one && linesOf(one)[0]?.width);
    expect(widths).toEqual([pt(40), pt(40), pt(50)]);
  });

  test('is spread no wider than its cell', () => {
    const [short] = measuredCells(label('名称', { spread: 12 }), cell(), cell(), cell());
    expect(short && linesOf(short)[0]?.width).toBe(pt(96));
  });
});
