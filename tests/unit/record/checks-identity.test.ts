import { describe, expect, test } from 'vitest';
import { checkedReal } from './checking.ts';
import { findingsIn, row, rowOfTwo, toldBy } from './checks-support.ts';

const inYear = (year: string, body: string): string => `年度: ${year}\n${body}`;

describe('I1: the year of the record and that of its file', () => {
  test('that differ are told at the year', () => {
    expect(toldBy('I1', '年度: 2023', 'data/某区/民政局-2024.yaml')).toEqual([
      '2:5 warning «2023» “年度”是 2023，文件名“民政局-2024.yaml”里却是 2024 → 核对：写成“年度: 2024”，或者把文件改名为 民政局-2023.yaml。',
    ]);
  });

  test.each([
    ['年度: 2024', 'data/某区/民政局-2024.yaml'],
    ['年度: 2024', 'data/2023/民政局.yaml'],
    ['年度: 2024', 'data/民政局-2023-2024.yaml'],
    ['年度: 2024', 'data/20230101.yaml'],
    ['年度: 2024', 'data/1800.yaml'],
    ['年度:', 'data/民政局-2023.yaml'],
    ['说明: 甲', 'data/民政局-2023.yaml'],
  ])('%s in %s agrees, or cannot be told', (body, file) => {
    expect(toldBy('I1', body, file)).toEqual([]);
  });
});

describe('I1: the year of the record and the dates of its targets', () => {
  test('a date before the year is told', () => {
    expect(toldBy('I1', inYear('2024', row('完成时间', '2023年12月完成')))).toEqual([
      '6:24 warning «2023年12月完成» “2023年12月完成”说的是 2023 年，“年度”却是 2024 → 核对年份：应是 2024 年的就改过来，确实是 2023 年的不用改。',
    ]);
    const [first] = findingsIn(inYear('2024', row('完成时间', '2023年12月完成'))).all.filter(
      ({ code }) => code === 'I1',
    );
    expect(first?.related).toMatchObject([{ message: '年度在这里' }]);
  });

  test('a date well after it is told where the value is for the year', () => {
    expect(toldBy('I1', inYear('2024', row('完成时间', '2025年4月前')))).toHaveLength(1);
    expect(toldBy('I1', inYear('2024', row('完成时间', '2025年')))).toHaveLength(1);
    expect(toldBy('I1', inYear('2024', row('完成时间', '2026年1月')))).toHaveLength(1);
    expect(toldBy('I1', inYear('2024', rowOfTwo('时间', '2026年12月', '2026年12月')))).toHaveLength(1);
  });

  test.each([
    row('完成时间', '2024年12月完成'),
    row('完成时间', '12月底前'),
    row('完成时间', '2025年3月前'),
    row('完成时间', '2023-2025年'),
    row('完成时间', '2023年1月至2024年12月'),
    row('增长', '较2023年有所增长'),
    rowOfTwo('时间', '2026年12月', '2024年12月'),
  ])('%s agrees, or cannot be told', (body) => {
    expect(toldBy('I1', inYear('2024', body))).toEqual([]);
  });

  test('a stretch of time that is over is told', () => {
    expect(toldBy('I1', inYear('2024', row('完成时间', '2022-2023年')))).toHaveLength(1);
  });

  test.each([
    row('项目竣工时间', '2026年6月30日前'),
    row('项目开工时间', '2021年3月'),
    row('设备质保期', '2026-2028年'),
    row('租赁期限', '2025年12月'),
  ])('%s may well lie in another year', (body) => {
    expect(toldBy('I1', inYear('2024', body))).toEqual([]);
  });

  test('a day that no calendar has is no date', () => {
    expect(toldBy('I1', inYear('2024', row('完成时间', '2023年2月30日')))).toEqual([]);
    expect(toldBy('I1', inYear('2024', row('完成时间', '2023年2月28日')))).toHaveLength(1);
  });
});

describe('I1: a record that says from when to when its project lasts', () => {
  const project = async (period: string, value: string): Promise<string[]> => {
    const found = await checkedReal('data/云澜区/城乡供水管网改造-2025.yaml', (text) =>
      text.replace(/^项目实施期:.*$/m, `项目实施期: ${period}`).replace('2025年12月底前', value),
    );
    return found.filter(({ code }) => code === 'I1').map(({ message, advice }) => `${message} → ${advice}`);
  };

  test.each(['2026年6月30日前', '2024年3月', '2024年至2026年', '2025年', '2026年1月3日'])(
    '%s lies in 2024 to 2026',
    async (value) => {
      expect(await project('2024年1月至2026年12月', value)).toEqual([]);
    },
  );

  test.each([
    ['2023年12月', 2023],
    ['2027年5月底前', 2027],
  ])('%s does not', async (value, year) => {
    const told = `“${value}”说的是 ${year} 年，“年度”却是 2025 → 核对年份：应是 2025 年的就改过来，确实是 ${year} 年的不用改。`;
    expect(await project('2024年1月至2026年12月', value)).toEqual([told]);
  });

  test('without years in it nothing else is allowed', async () => {
    expect(await project('三年', '2026年6月30日前')).toHaveLength(1);
    expect(await project('三年', '2024年3月')).toHaveLength(1);
    expect(await project('三年', '2025年6月30日前')).toEqual([]);
  });
});
