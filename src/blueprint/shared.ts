import type { Outcome, World } from '../base/index.ts';
import { andThen, settle } from '../base/index.ts';
import { entry, type Mapping, parseSource, type Scalar } from '../source/index.ts';
import { adviseWord } from './nearest.ts';
import { type Reading, seenAt, startReading } from './reading.ts';
import type { Taxonomy } from './types.ts';
import { words } from './vocabulary.ts';

/** Reads a YAML file of the installation whose top is a map. */
export function readMapping<T>(world: World, file: string, read: (top: Mapping, reading: Reading) => T): Outcome<T> {
  return andThen(world.readText(file), (text) =>
    andThen(parseSource(file, text), ({ root }) => {
      const reading = startReading();
      if (root.kind === 'map') return settle(read(root, reading), reading.problems);
      reading.report('B004', root.span, '这个文件应是一组“名称: 内容”', '每行写“名称: 内容”。');
      return settle(undefined as never, reading.problems);
    }),
  );
}

/** The taxonomies of indicators with their aliases. */
export const readTaxonomies = (world: World, file: string): Outcome<ReadonlyMap<string, Taxonomy>> =>
  readMapping(world, file, (top, reading) => {
    const w = words.taxonomy;
    reading.onlyKeys(top, [w.top, w.aliases], '这个文件');
    const all = reading.group(top, w.top);
    if (!entry(top, w.top))
      reading.report('B002', seenAt(top, w.top), `没有“${w.top}”`, `写上“${w.top}:”，下面列出各个体系。`);
    const levelsOf = new Map<string, Taxonomy['levels']>();
    for (const { key } of all?.entries ?? []) {
      const map = all && reading.group(all, key.text);
      if (!map) continue;
      reading.onlyKeys(map, [w.source, w.use, w.levels], `体系“${key.text}”`);
      const levels = reading.group(map, w.levels);
      if (levels) levelsOf.set(key.text, new Map(levels.entries.map((one) => levelOf(levels, one.key.text, reading))));
      else reading.report('B002', key.span, `体系“${key.text}”没有“${w.levels}”`, `写上“${w.levels}:”和各个名目。`);
    }
    const names = [...levelsOf.values()].flatMap((levels) => [...levels.keys(), ...[...levels.values()].flat()]);
    const aliases = readAliases(top, [...new Set(names)], reading);
    return new Map([...levelsOf].map(([name, levels]) => [name, { name, levels, aliases }]));
  });

/** Words that a label is not broken in, listed under headings of any name. */
export const readLabelWords = (world: World, file: string): Outcome<ReadonlySet<string>> =>
  readMapping(world, file, (top, reading) => {
    reading.onlyKeys(top, [words.labelWords], '这个文件');
    const lists = reading.group(top, words.labelWords);
    if (!entry(top, words.labelWords)) {
      const advice = `写上“${words.labelWords}:”，下面分组列出各个词。`;
      reading.report('B002', seenAt(top, words.labelWords), `没有“${words.labelWords}”`, advice);
    }
    return new Set(lists?.entries.flatMap(({ key }) => wordsUnder(lists, key.text, reading) ?? []));
  });

const levelOf = (levels: Mapping, name: string, reading: Reading): readonly [string, readonly string[]] => [
  name,
  wordsUnder(levels, name, reading) ?? [],
];

function readAliases(top: Mapping, names: readonly string[], reading: Reading): ReadonlyMap<string, string> {
  const map = reading.group(top, words.taxonomy.aliases);
  const aliases = new Map<string, string>();
  for (const { key } of map?.entries ?? []) {
    const name = map && reading.scalar(map, key.text);
    if (!name) continue;
    aliases.set(key.text, name.text);
    if (names.includes(name.text)) continue;
    const message = `别名“${key.text}”指的“${name.text}”不在体系里`;
    reading.report('B004', name.span, message, adviseWord(name.text, names));
  }
  return aliases;
}

/** The words listed under a key: none where the key is missing, null where something else stands there (reported). */
const wordsUnder = (map: Mapping, key: string, reading: Reading): string[] | null =>
  scalarsUnder(map, key, reading)?.map(({ text }) => text) ?? null;

/** {@link wordsUnder} with their places. */
export function scalarsUnder(map: Mapping, key: string, reading: Reading): Scalar[] | null {
  const value = entry(map, key)?.value;
  if (value === undefined) return [];
  const items = value.kind === 'list' ? value.items.filter((item) => item.kind === 'scalar' && !item.blank) : [];
  if (value.kind === 'list' && items.length === value.items.length) return items as Scalar[];
  reading.report('B004', seenAt(map, key), `“${key}”应是一列词`, `写成“${key}: [甲, 乙]”这样。`);
  return null;
}
