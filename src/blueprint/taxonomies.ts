import type { Outcome, World } from '../base/index.ts';
import { entry, type Mapping } from '../source/index.ts';
import { readMerged } from './merge.ts';
import { adviseWord } from './nearest.ts';
import { type Reading, seenAt } from './reading.ts';
import type { ExpectedNames, Taxonomy } from './types.ts';
import { words } from './vocabulary.ts';

/** The taxonomies of indicators with their aliases; `files` are those of all template folders, farthest first. */
export const readTaxonomies = (world: World, files: readonly string[]): Outcome<ReadonlyMap<string, Taxonomy>> =>
  readMerged(world, files, (top, reading) => {
    const w = words.taxonomy;
    reading.onlyKeys(top, [w.top, w.aliases], '这个文件');
    const all = reading.group(top, w.top);
    if (!entry(top, w.top))
      reading.report('B002', seenAt(top, w.top), `没有“${w.top}”`, `写上“${w.top}:”，下面列出各个体系。`);
    const read: Omit<Taxonomy, 'aliases'>[] = [];
    for (const { key } of all?.entries ?? []) {
      const map = all && reading.group(all, key.text);
      if (!map) continue;
      reading.onlyKeys(map, [w.source, w.use, w.levels, w.expected, w.counts], `体系“${key.text}”`);
      const levels = namesUnder(map, w.levels, reading);
      if (levels)
        read.push({ name: key.text, levels, ...readExpected(map, levels, { reading, nearest: files.at(-1) }) });
      else reading.report('B002', key.span, `体系“${key.text}”没有“${w.levels}”`, `写上“${w.levels}:”和各个名目。`);
    }
    // Where taxonomies could not be read, nothing is known of names, and what others say of them is not at fault.
    const names = reading.problems.length === 0 ? new Set(read.flatMap(({ levels }) => allNames(levels))) : null;
    const aliases = readAliases(top, names, { reading, nearest: files.at(-1) });
    return new Map(read.map((one) => [one.name, { ...one, aliases }]));
  });

type Names = ReadonlyMap<string, readonly string[]>;

/** Whether a taxonomy has a name on any level, as its own or as an alias. */
export const hasName = ({ levels, aliases }: Taxonomy, name: string): boolean =>
  aliases.has(name) || allNames(levels).includes(name);

const allNames = (levels: Names): string[] => [...levels.keys(), ...[...levels.values()].flat()];

/** A map of lists of words; null where the key is missing or holds something else (reported). */
function namesUnder(map: Mapping, key: string, reading: Reading): Names | null {
  const found = reading.group(map, key);
  return (
    found &&
    new Map(
      found.entries.map(({ key: { text } }) => [text, reading.listed(found, text)?.map((word) => word.text) ?? []]),
    )
  );
}

/** What indicators are checked for; each name must be one of the taxonomy's. */
function readExpected(
  map: Mapping,
  levels: Names,
  { reading, nearest }: NearReading,
): Pick<Taxonomy, 'expected' | 'counts'> {
  const w = words.taxonomy;
  const group = reading.section(map, w.expected, [w.levels, w.below, w.satisfaction]);
  const known = allNames(levels);
  const listed = (from: Mapping, key: string, names: readonly string[]): string[] =>
    (reading.listed(from, key) ?? []).flatMap(({ text, span }) => {
      if (names.includes(text)) return [text];
      if (span.file !== nearest) return [];
      reading.report('B004', span, `“${key}”里的“${text}”不在体系里`, adviseWord(text, names));
      return [];
    });
  const under = reading.group(group, w.below);
  const below = (under?.entries ?? []).flatMap(({ key: { text, span } }) => {
    const names = levels.get(text);
    if (names && under) return [[text, listed(under, text, names)] as const];
    if (span.file !== nearest) return [];
    reading.report('B004', span, `“${w.below}”里的“${text}”不是一级名称`, adviseWord(text, [...levels.keys()]));
    return [];
  });
  const expected: ExpectedNames = {
    levels: listed(group, w.levels, [...levels.keys()]),
    below: new Map(below),
    satisfaction: listed(group, w.satisfaction, known),
  };
  return { expected, counts: listed(map, w.counts, known) };
}

type NearReading = { readonly reading: Reading; readonly nearest: string | undefined };

/**
 * Aliases of known names; of those that lead to none only the ones of the nearest file are faults: a nearer file may
 * have taken away what a farther one speaks of. Null: the names are not known.
 */
function readAliases(
  top: Mapping,
  names: ReadonlySet<string> | null,
  { reading, nearest }: NearReading,
): ReadonlyMap<string, string> {
  const map = reading.group(top, words.taxonomy.aliases);
  const aliases = new Map<string, string>();
  for (const { key } of map?.entries ?? []) {
    const name = map && reading.scalar(map, key.text);
    if (!name) continue;
    if (names === null || names.has(name.text)) aliases.set(key.text, name.text);
    if (names === null || names.has(name.text) || name.span.file !== nearest) continue;
    const message = `别名“${key.text}”指的“${name.text}”不在体系里`;
    reading.report('B004', name.span, message, adviseWord(name.text, [...names]));
  }
  return aliases;
}
