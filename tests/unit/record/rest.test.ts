import { describe, expect, test } from 'vitest';
import { andThen, type Diagnostic } from '../../../src/base/index.ts';
import { checkRecord, readRecord, readRest } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { commons, formWith, openedShelf, repository, saidBy, worldOf } from '../blueprint/support.ts';
import { FORM, lineOf } from './checking.ts';
import { FILE } from './support.ts';

const realShelf = openedShelf(repository);

const rest = async (text: string, file: string, shelf = realShelf): Promise<readonly Diagnostic[]> => {
  const parsed = parseSource(file, text);
  if (!parsed.ok) throw new Error('only a value must be wrong');
  const read = readRest(parsed.value, shelf);
  return read === null ? [] : (await checkRecord(read.record, shelf.commons)).filter(read.isSure);
};

async function all(text: string, file: string): Promise<readonly Diagnostic[]> {
  const read = andThen(parseSource(file, text), (source) => readRecord(source, realShelf));
  return [...saidBy(read), ...(read.ok ? await checkRecord(read.value, realShelf.commons) : [])];
}

/** Numbers that stand alone in their line or in braces, with the place of their last digit. */
const numbers = /(?<=: )-?\d+(?:\.\d+)?(?=\s*(?:$|[,}#]))/gm;

/** A record in which so many sums do not hold that each rule has something to say. */
const spoilt = (text: string): string => {
  let seen = 0;
  return text.replace(numbers, (number) => {
    seen += 1;
    return seen % 4 === 0 && !/^(?:19|20)\d\d$/.test(number)
      ? number.replace(/\d/, (digit) => `${9 - Number(digit) || 7}`)
      : number;
  });
};

describe('of a record with a value that cannot be used', () => {
  test.each([
    'data/大朗镇/公共服务办公室-2024.yaml',
    'data/增城区/民政局.yaml',
    'data/番禺区/小谷围街道办事处.yaml',
    'data/福田区/民政局-2024.yaml',
    'data/渚源县/民政局-2024.yaml',
    'data/云澜区/城乡供水管网改造-2025.yaml',
  ])('nothing is told that would not be told if it were right (%s)', async (file) => {
    const read = repository.readText(file);
    if (!read.ok) throw new Error(file);
    const text = spoilt(read.value);
    const known = new Set((await all(text, file)).map((one) => JSON.stringify(one)));
    let told = 0;
    for (const { index, 0: number } of text.matchAll(numbers)) {
      const last = index + number.length - 1;
      const found = await rest(`${text.slice(0, last)}O${text.slice(last + 1)}`, file);
      told += found.length;
      expect(found.filter((one) => !known.has(JSON.stringify(one)))).toEqual([]);
    }
    expect(known.size === 0 || told > 0).toBe(true);
  });

  const form = formWith(
    '支出: { 类型: 组, 单位: 万元, 字段: { 甲: 金额, 乙: 金额, 计: { 类型: 金额, 求和: [支出.甲, 支出.乙] } } }',
    '拨款: { 类型: 金额, 单位: 万元 }',
    '人数: { 类型: 个数, 必填: 是, 可空: 否 }',
    '附注: 文字',
  ).concat(
    '检查:\n  平: { 左: "$和(支出.甲, 支出.乙)", 关系: 等于, 右: 拨款 }\n  比: { 左: 支出.乙, 关系: 不超过, 右: 支出.甲 }\n',
  );
  const shelf = openedShelf(worldOf({ ...commons, [FORM]: form }));
  const told = async (record: string): Promise<string[]> =>
    (await rest(record, FILE, shelf)).map(lineOf({ [FILE]: record }));

  test('the form of these examples is sound', () => {
    expect(shelf.find('表一', () => null, { file: FILE, start: 0, end: 0 }).ok).toBe(true);
  });

  test('rules of other values are told', async () => {
    expect(await told('表: 表一\n支出: { 甲: 1, 乙: 2 }\n拨款: 3万\n人数: 5\n')).toEqual([
      '2:16 «2» warning A0 乙 2 万元，超过甲 1 万元，多 1 万元 → 核对这几项的数字和单位。',
    ]);
    expect(await told('表: 表一\n支出: { 甲: 1, 乙: 2 }\n拨款: 9\n人数:\n')).toEqual([
      '2:16 «2» warning A0 乙 2 万元，超过甲 1 万元，多 1 万元 → 核对这几项的数字和单位。',
      '3:5 «9» warning A0 甲和乙合计 3 万元，拨款是 9 万元，差 6 万元 → 核对这几项；别的都对，这里就写 3。',
    ]);
  });

  test('what has to do with it is not: neither sums with it nor sums that it would be', async () => {
    expect(await told('表: 表一\n支出: { 甲: 一, 乙: 2 }\n拨款: 9\n人数: 5\n')).toEqual([]);
    expect(await told('表: 表一\n支出: { 甲: 2, 乙: 1, 计: 三 }\n拨款: 3\n人数: 5\n')).toEqual([]);
  });

  test('nothing is told where a name is wrong besides, or one is missing', async () => {
    expect(await told('表: 表一\n支出: { 甲: 1, 乙: 2 }\n拨款: 3万\n人数: 5\n附住: 文\n')).toEqual([]);
    expect(await told('表: 表一\n支出: { 甲: 1, 乙: 2 }\n拨款: 3万\n')).toEqual([]);
    expect(await told('表: 表一\n支出: 3\n拨款: 3万\n人数: 5\n')).toEqual([]);
  });

  test('an acceptance is not told to have nothing to accept', async () => {
    const record = '表: 表一\n支出: { 甲: 1, 乙: 2, 接受: { 乙 A0: 核对过 } }\n拨款: 3\n人数: 五\n';
    expect((await rest(record, FILE, shelf)).map(({ code, accepted }) => [code, accepted])).toEqual([['A0', '核对过']]);
    expect(await told(record.replace('乙: 2', '乙: 二'))).toEqual([]);
  });
});
