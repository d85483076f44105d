import { expect, test } from 'vitest';
import { placeAt, succeed } from '../../src/base/index.ts';
import { typedPlaces } from '../../src/typed-place.ts';
import { realPress, realWorld } from '../support/real-world.ts';
import { successOf } from '../support/set-form.ts';

const FILE = 'data/福田区/民政局-2024.yaml';
const original = successOf(realWorld().readText(FILE));
const GOAL = '年度总体目标: |';

/** The places of all findings of a code in the record with its goal written in another way. */
async function placesWith(goal: string, code: string): Promise<string[]> {
  const start = original.indexOf(GOAL);
  const end = original.indexOf('年度绩效指标:');
  const text = `${original.slice(0, start)}年度总体目标: ${goal}\n${original.slice(end)}`;
  const outcome = await realPress(new Map([[FILE, text]])).check(FILE);
  return (outcome.ok ? outcome.warnings : outcome.problems)
    .filter((one) => one.code === code)
    .map(({ at }) => {
      const { line, column } = placeAt(text, at.start);
      return `${line - placeAt(text, start).line}:${column} «${text.slice(at.start, at.end)}»`;
    });
}

/** In none of the fonts. */
const RARE = '\u{2ebf0}';

test.each([
  ['plain', `一是表彰${RARE}同志`, '0:13'],
  ['in single quotes, with a quote in it', `'一是''表彰''${RARE}同志'`, '0:18'],
  ['in double quotes, with an escape in it', `"一是\\"表彰\\"${RARE}同志"`, '0:18'],
  ['in a block', `|\n  一是抓落实。\n  二是表彰${RARE}同志`, '2:7'],
  ['in the first line of a block', `|\n  表彰${RARE}同志\n  二是抓落实。`, '1:5'],
])('T001 points at the very character: %s', async (_, goal, place) => {
  expect(await placesWith(goal, 'T001')).toEqual([`${place} «${RARE}»`]);
});

test('a character that was typed as an escape is told at its value', async () => {
  expect(await placesWith('"表彰\\U0002EBF0同志"', 'T001')).toEqual(['0:9 «"表彰\\U0002EBF0同志"»']);
});

test('a line of a block is found as a whole, though its words stand in an earlier one too', () => {
  const source = '甲: |\n  第一行乙丙\n  乙丙\n';
  const at = source.indexOf('|');
  const place = typedPlaces({ readText: () => succeed(source) });
  const span = { file: 'a.yaml', start: at, end: source.length };
  expect(place(span, '乙丙', { start: 1, end: 2 })?.start).toBe(source.lastIndexOf('丙'));
});

test.each([
  ['in double quotes', (words: string) => `"${words}"`],
  ['in a block', (words: string) => `|\n              抓落实。\n              ${words}`],
])('each of 8000 words that had to be broken is told at its place, soon: %s', async (_, typed) => {
  const words = Array.from({ length: 8000 }, (__, i) => `${i + 1000}${'M'.repeat(28)}`);
  const file = 'data/渚源县/民政局-2024.yaml';
  const text = successOf(realWorld().readText(file)).replace(
    '- { 三级指标: 城市低保, 指标值',
    `- 三级指标: ${typed(words.join(' '))}\n            指标值`,
  );
  const outcome = await realPress(new Map([[file, text.replace('≥10141人次 }', '≥10141人次')]])).check(file);
  const told = (outcome.ok ? outcome.warnings : outcome.problems).filter(({ code }) => code === 'T002');
  expect(told.map(({ at }) => text.slice(at.start, at.end))).toEqual(words);
});
