import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../src/source/index.ts';
import { faults } from './read.ts';

const conflict = (ours: string, theirs: string, base?: string): string =>
  `<<<<<<< HEAD\n${ours}${base === undefined ? '' : `||||||| 3f2a\n${base}`}=======\n${theirs}>>>>>>> 同事\n`;

const advice =
  '“=======”上面和下面各是一个人写的：留下一份，或者合成一份；再删掉“<<<<<<< HEAD”“=======”“>>>>>>> 同事”这 3 行。';
const told = (from: number, to: number): string =>
  `${from}:1 S012 第 ${from} 行到第 ${to} 行：两个人改了同一处，git 没有合并 → ${advice}`;

/** A file with one conflict, the lines of that, and nothing else to tell. */
const files: readonly (readonly [string, number, number])[] = [
  [`表: 甲\n${conflict('年度: 2024\n', '年度: 2025\n')}名称: 乙\n`, 2, 6],
  [`表: 甲\n列:\n  - 一\n${conflict('  - 二\n', '  - 三\n')}  - 四\n年度: 2024\n`, 4, 8],
  [
    `指标:\n  - { 名: 甲, 值: 1 }\n${conflict('  - { 名: 乙, 值: 2 }\n', '  - { 名: 乙, 值: 3 }\n')}  - { 名: 丙, 值: 2 }\n`,
    3,
    7,
  ],
  [`目标: |\n  第一段。\n${conflict('  第二段。\n', '  第贰段。\n')}  第三段。\n年度: 2024\n`, 3, 7],
  [`目标: |\n${conflict('  第二段。\n', '  第贰段。\n')}  第三段。\n`, 2, 6],
  [`列:\n  - 一\n${conflict('', '  - 三\n')}  - 四\n`, 3, 6],
  [conflict('', '表: 甲\n年度: 2024\n'), 1, 5],
  [`表: 甲\n预算: {\n${conflict('  甲: 1,\n', '  甲: 2,\n')}  乙: 3 }\n`, 3, 7],
];

describe('a place that git could not merge is told once, and nothing that follows from it', () => {
  it.each(files)('%j', (text, from, to) => {
    expect(faults(text)).toEqual([told(from, to)]);
  });

  it.each(files)('%j with the line ends of Windows', (text, from, to) => {
    expect(faults(text.replaceAll('\n', '\r\n'))).toEqual([told(from, to)]);
  });

  it('its place reaches from the first mark to the last', () => {
    const text = `表: 甲\n${conflict('年度: 2024\n', '年度: 2025\n')}名称: 乙\n`;
    const outcome = parseSource('f.yaml', text);
    if (outcome.ok) throw new Error('the conflict was accepted');
    const [{ at }] = outcome.problems as [(typeof outcome.problems)[number]];
    expect(text.slice(at.start, at.end)).toBe(text.slice(text.indexOf('<'), text.indexOf('同事') + 2));
  });

  it('each of several is told, and a fault beside them at its own place', () => {
    const text = `${conflict('甲: 1\n', '甲: 2\n')}乙：2\n${conflict('丙: 1\n', '丙: 2\n')}`;
    expect(faults(text).map((one) => one.slice(0, 8))).toEqual(['1:1 S012', '6:2 S002', '7:1 S012']);
  });

  it('the lines of the common ancestor are to be deleted too', () => {
    expect(faults(`表: 甲\n${conflict('年度: 2024\n', '年度: 2025\n', '年度: 2023\n')}`)).toEqual([
      '2:1 S012 第 2 行到第 8 行：两个人改了同一处，git 没有合并 → “=======”上面和下面各是一个人写的：留下一份，或者合成一份；“||||||| 3f2a”下面改之前的一份也删掉，再删掉“<<<<<<< HEAD”“||||||| 3f2a”“=======”“>>>>>>> 同事”这 4 行。',
    ]);
  });
});

describe('a mark that was left over', () => {
  it.each(['<<<<<<< HEAD', '=======', '>>>>>>> 同事', '||||||| 3f2a'])('%s is told as such', (mark) => {
    expect(faults(`表: 甲\n${mark}\n年度: 2024\n`)).toEqual([
      `2:1 S012 “${mark}”像是 git 合并时留下的记号 → 删掉这一行；它旁边要是还有两个人写的两份，只留一份。`,
    ]);
  });

  it('is told for each of a conflict that has no end', () => {
    const found = faults('<<<<<<< HEAD\n表: 甲\n=======\n<<<<<<< HEAD\n年度: 2024\n=======\n');
    expect(found.map((one) => one.slice(0, 8))).toEqual(['1:1 S012', '3:1 S012', '4:1 S012', '6:1 S012']);
  });
});

describe('what only looks like a mark is text', () => {
  it.each([
    '目标: |\n  第一段\n  =======\n  第二段\n',
    '目标: |\n  <<<<<<< 甲\n  =======\n  >>>>>>> 乙\n',
    '# =======\n表: 甲 # <<<<<<< 乙\n',
    "值: '======='\n",
  ])('%j', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

it('many conflicts take no longer than they have lines', () => {
  const text = conflict('甲: 1\n', '甲: 2\n').repeat(5_000);
  const start = performance.now();
  expect(faults(text).filter((one) => one.includes('S012')).length).toBeGreaterThan(100);
  expect(performance.now() - start).toBeLessThan(20_000);
});
