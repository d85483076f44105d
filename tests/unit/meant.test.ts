import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, findingsOf } from '../../src/base/index.ts';
import { realPress } from '../support/real-world.ts';

const found = async (file: string, text: string): Promise<readonly Diagnostic[]> =>
  findingsOf(await realPress(new Map([[file, text]])).check(file));

/** Colons behind the keys of lines, with the blank behind them. */
const colons = /(?<=^ *(?:- )?[^\s#:{'"]{1,20}): (?=\S)/gmu;

/** A record of which much is to be told: sums that do not hold, percentages too high, an amount in words, a character of no font. */
const spoilt = (text: string): string =>
  text
    .replaceAll(/(?<=: )(?!20\d\d$)(\d)(?=\d*(?:\.\d+)?$)/gm, (digit) => `${9 - Number(digit) || 7}`)
    .replaceAll('≥90%', '≥190%')
    .replace(/(?<=: \d+)$/m, '万元整')
    .replace('落实', '落实\u{20001}');

describe('behind a slip of YAML', () => {
  test.each([
    'data/大朗镇/公共服务办公室-2024.yaml',
    'data/增城区/民政局.yaml',
    'data/番禺区/小谷围街道办事处.yaml',
    'data/福田区/民政局-2024.yaml',
    'data/渚源县/民政局-2024.yaml',
    'data/云澜区/城乡供水管网改造-2025.yaml',
  ])('all else is told as if there were none (%s)', async (file) => {
    const text = spoilt(readFileSync(file, 'utf8'));
    const known = (await found(file, text)).map((one) => JSON.stringify(one));
    expect(known.length).toBeGreaterThan(2);
    const places = [...text.matchAll(colons)].map(({ index }) => index);
    for (const at of places.filter((_, i) => i % 15 === 0)) {
      const all = await found(file, `${text.slice(0, at)}： ${text.slice(at + 2)}`);
      expect(all.filter(({ code }) => code === 'S002')).toHaveLength(1);
      const told = new Set(all.map((one) => JSON.stringify(one)));
      const others = known.filter((one) => !told.has(one));
      const line = (offset: number): number => text.lastIndexOf('\n', offset - 1);
      expect(others.filter((one) => line(JSON.parse(one).at.start) !== line(at))).toEqual([]);
      expect(told.size).toBe(known.length - others.length + 1);
    }
  });

  test('a text over several lines is taken for one', async () => {
    const file = 'data/大朗镇/公共服务办公室-2024.yaml';
    const text = readFileSync(file, 'utf8');
    const wrapped = text
      .replace(/(?<=^总体绩效目标: .{40})/m, '\n    ')
      .replace(/(?<=期望达到的目标: )(.{9})(.*)$/m, '"$1\n\n      $2"')
      .replace('8400000', '840万');
    const errors = async (typed: string) =>
      (await found(file, typed)).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
    expect(await errors(wrapped)).toEqual(['S006', 'R004', 'S006']);
    expect(await errors(wrapped.replace(/\n\n(?= {6})/, '\\\n'))).toEqual(['S006', 'S006']);
  });

  test('places are those of the typed text, also between mended braces and in texts of several lines', async () => {
    const file = 'data/大朗镇/公共服务办公室-2024.yaml';
    const sound = readFileSync(file, 'utf8')
      .replace(/^总体绩效目标: .*$/m, '总体绩效目标: |\n  第一段\n  第二段有𠀁字')
      .replace(
        /(?<=补助对象满意率, )实施周期指标值: ≥90%, 年度指标值: ≥90%/,
        '实施周期指标值: ≥190%, 年度指标值: ≥190%',
      );
    const slips = (text: string): string =>
      text.replace('年度: 2024', '年度：2024').replaceAll('{ 三级指标: ', '{ 三级指标：');
    const wordsAt = async (text: string): Promise<readonly string[]> =>
      (await found(file, text))
        .filter(({ code }) => ['V2', 'T001'].includes(code))
        .map(({ code, at, message }) => `${code} ${text.slice(at.start, at.end)} ${message}`);
    expect(await wordsAt(sound)).toHaveLength(3);
    // On the line where the slips are told nothing else is: it is another one.
    expect(await wordsAt(slips(sound))).toEqual(await wordsAt(sound));
  });

  test('whose mend is a guess nothing is told', async () => {
    const file = 'data/增城区/民政局.yaml';
    const text = readFileSync(file, 'utf8')
      .replace(/^绩效指标:\n/m, '')
      .replace(/(?<=年度: )\d+/, '〇');
    expect((await found(file, text)).map(({ code }) => code)).toEqual(['S002']);
  });
});
