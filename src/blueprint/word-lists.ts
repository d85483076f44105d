import type { Outcome, World } from '../base/index.ts';
import { entry, type Mapping, type Scalar } from '../source/index.ts';
import { readMerged } from './merge.ts';
import { type Reading, seenAt } from './reading.ts';
import type { Grades, WordLists } from './types.ts';
import { uniteLists } from './unite.ts';
import { words } from './vocabulary.ts';

/** The scales of grades; `files` are those of all template folders, farthest first, and may be none. */
export const readGrades = (world: World, files: readonly string[]): Outcome<Grades> =>
  readMerged(world, files, (top, reading) => {
    reading.onlyKeys(top, [words.grades], '这个文件');
    return [...listsUnder(top, words.grades, reading).values()];
  });

/**
 * Words that a label is not broken in, listed under headings of any name; `files` as for {@link readGrades}. Lists are
 * united: whoever adds a word does not want to lose the others.
 */
export const readLabelWords = (world: World, files: readonly string[]): Outcome<ReadonlySet<string>> =>
  readMerged(world, files, readLabels, uniteLists);

function readLabels(top: Mapping, reading: Reading): ReadonlySet<string> {
  const key = words.labelWords;
  reading.onlyKeys(top, [key], '这个文件');
  if (top.entries.length > 0 && !entry(top, key))
    reading.report('B002', seenAt(top, key), `没有“${key}”`, `写上“${key}:”，下面分组列出各个词。`);
  return new Set([...listsUnder(top, key, reading).values()].flat());
}

/** The lists of words that rules go by, united as those of {@link readLabelWords}. */
export const readWordLists = (world: World, files: readonly string[]): Outcome<WordLists> =>
  readMerged(world, files, readLists, uniteLists);

function readLists(top: Mapping, reading: Reading): WordLists {
  const w = words.wordLists;
  reading.onlyKeys(top, Object.values(w), '这个文件');
  const misspelt = pairsUnder(top, w.misspelt, reading);
  for (const { key } of reading.group(top, w.misspelt)?.entries ?? []) {
    if (misspelt.get(key.text)?.includes(key.text) !== true) continue;
    reading.report('B004', key.span, `“${key.text}”的正写里还有它自己`, '正写里不能再有错写，不然改不完。');
  }
  const rates = listsUnder(top, w.rates, reading, Object.values(words.rates));
  const spans = listsUnder(top, w.spans, reading, Object.values(words.spans));
  return {
    misspelt,
    spared: listsUnder(top, w.spared, reading),
    rates: {
      endings: rates.get(words.rates.endings) ?? [],
      others: rates.get(words.rates.others) ?? [],
      bounded: rates.get(words.rates.bounded) ?? [],
      unbounded: rates.get(words.rates.unbounded) ?? [],
    },
    spans: {
      year: spans.get(words.spans.year) ?? [],
      period: spans.get(words.spans.period) ?? [],
      across: spans.get(words.spans.across) ?? [],
    },
    measures: pairsUnder(top, w.measures, reading),
  };
}

/** Lists of words by their keys; `known` are the only keys there may be. */
function listsUnder(
  top: Mapping,
  key: string,
  reading: Reading,
  known?: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const map = known ? reading.section(top, key, known) : reading.group(top, key);
  return new Map(map?.entries.map((one) => [one.key.text, wordsFrom(reading.listed(map, one.key.text))]));
}

/** A list that begins with 无 is only what follows; nothing is left to be taken away by it when the files are one. */
const wordsFrom = (listed: readonly Scalar[] | null): readonly string[] =>
  (listed ?? []).map(({ text }) => text).slice(listed?.[0]?.text === words.none ? 1 : 0);

function pairsUnder(top: Mapping, key: string, reading: Reading): ReadonlyMap<string, string> {
  const map = reading.group(top, key);
  const pairs = map?.entries.map((one) => [one.key.text, reading.scalar(map, one.key.text)?.text ?? ''] as const) ?? [];
  for (const { key: word, value } of map?.entries ?? []) {
    if (value.kind !== 'scalar' || !value.blank) continue;
    reading.report('B002', word.span, `“${word.text}”后面没有词`, `写成“${word.text}: 词”。`);
  }
  return new Map(pairs.filter(([, text]) => text !== ''));
}
