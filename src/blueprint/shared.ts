import type { FaceEntry, FaceTable, Outcome, World } from '../base/index.ts';
import { andThen, settle } from '../base/index.ts';
import { type Mapping, parseSource } from '../source/index.ts';
import { type Reading, startReading } from './reading.ts';
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

/** `fonts/faces.yaml`: the faces there are, each with its chain of files. */
export const readFaces = (world: World, folder: string): Outcome<FaceTable> =>
  readMapping(world, `${folder}/faces.yaml`, (top, reading) => {
    const faces = new Map<string, FaceEntry>();
    for (const { key } of top.entries) {
      const map = reading.group(top, key.text);
      if (map === null) continue;
      reading.onlyKeys(map, Object.values(words.faces), `字体“${key.text}”`);
      const files = stringsOf(map, words.faces.files, reading).map((file) => `${folder}/${file}`);
      if (files.length === 0) {
        reading.report('B002', key.span, `字体“${key.text}”没有文件`, `写成“${words.faces.files}: [字体.ttf]”。`);
      }
      faces.set(key.text, { files, deskName: reading.scalar(map, words.faces.deskName)?.text ?? key.text });
    }
    return faces;
  });

/** The taxonomies of indicators with their aliases. */
export const readTaxonomies = (world: World, file: string): Outcome<ReadonlyMap<string, Taxonomy>> =>
  readMapping(world, file, (top, reading) => {
    const aliases = new Map(
      reading
        .group(top, words.taxonomy.aliases)
        ?.entries.map(({ key, value }) => [key.text, value.kind === 'scalar' ? value.text : '']),
    );
    const taxonomies = new Map<string, Taxonomy>();
    const all = reading.group(top, words.taxonomy.top);
    for (const { key } of all?.entries ?? []) {
      const map = all && reading.group(all, key.text);
      const levels = map && reading.group(map, words.taxonomy.levels);
      if (!levels) continue;
      const names = levels.entries.map(
        ({ key: level }) => [level.text, stringsOf(levels, level.text, reading)] as const,
      );
      taxonomies.set(key.text, { name: key.text, levels: new Map(names), aliases });
    }
    return taxonomies;
  });

function stringsOf(map: Mapping, key: string, reading: Reading): string[] {
  const value = map.entries.find((one) => one.key.text === key)?.value;
  if (value === undefined) return [];
  if (value.kind === 'list' && value.items.every((item) => item.kind === 'scalar')) {
    return value.items.map((item) => (item.kind === 'scalar' ? item.text : ''));
  }
  reading.report('B004', value.span, `“${key}”应是一列词`, `写成“${key}: [甲, 乙]”这样。`);
  return [];
}
