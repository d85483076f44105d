import { andThen, diagnostic, fail, type Outcome, type Span, succeed, type World } from '../base/index.ts';
import { readFaces } from './faces.ts';
import { type Commons, hasBlueprint, loadBlueprint } from './load.ts';
import { adviseWord } from './nearest.ts';
import { readLabelWords, readTaxonomies } from './shared.ts';
import type { Blueprint } from './types.ts';
import { words } from './vocabulary.ts';

/** All forms of an installation; each blueprint is read when it is first asked for, and once. */
export type Shelf = {
  readonly commons: Commons;
  /** Folders with partials that all forms share. */
  readonly partialFolders: readonly string[];
  /** Font files that users added to those of the installation, each with the place that names it. */
  readonly addedFonts: ReadonlyMap<string, Span>;
  /** The names of all forms, sorted. */
  readonly ids: () => readonly string[];
  /** The edition of a form that serves a record; `yearUnder` is the year the record has under a key, `at` names the form. */
  readonly find: (id: string, yearUnder: (key: string) => number | null, at: Span) => Outcome<Blueprint>;
};

/** Opens the template folders and those with fonts, each nearest first and the installation's own last. */
export function openShelf(world: World, templates: readonly string[], fonts: readonly string[]): Outcome<Shelf> {
  const { folder: common, taxonomies: taxonomyName, labelWords: wordsName, partials } = words.shared;
  const shared = templates.map((root) => `${root}/${common}`);
  const folderWith = (name: string) => shared.find((folder) => world.listFiles(folder).includes(name));
  const taxonomyFolder = folderWith(taxonomyName) ?? shared.at(-1);
  const wordsFolder = folderWith(wordsName);
  const readWords = () =>
    wordsFolder === undefined ? succeed(new Set<string>()) : readLabelWords(world, `${wordsFolder}/${wordsName}`);
  return andThen(readFaces(world, fonts), ({ table: faces, added }) =>
    andThen(readTaxonomies(world, `${taxonomyFolder}/${taxonomyName}`), (taxonomies) =>
      andThen(readWords(), (labelWords) => {
        const commons: Commons = { faces, taxonomies, labelWords };
        const folders = formFolders(world, templates);
        const loaded = new Map<string, Outcome<Blueprint>>();
        const load = (folder: string): Outcome<Blueprint> => {
          const known = loaded.get(folder) ?? loadBlueprint(world, folder, { roots: templates, commons });
          loaded.set(folder, known);
          return known;
        };
        const ids = [...new Set(folders.map(({ id }) => id))].toSorted();
        const shelf: Shelf = {
          commons,
          partialFolders: shared.map((folder) => `${folder}/${partials}`),
          addedFonts: added,
          ids: () => ids,
          find: (id, yearUnder, at) => {
            const editions = folders.filter((one) => one.id === id).map(({ folder }) => folder);
            return editions.length === 0 ? unknownForm(id, ids, at) : choose(editions.map(load), yearUnder, at);
          },
        };
        return succeed(shelf);
      }),
    ),
  );
}

/** The folders that hold a form, by the form's name; of two folders with one name the nearest counts. */
function formFolders(world: World, templates: readonly string[]): { readonly id: string; readonly folder: string }[] {
  const found = new Map<string, { readonly id: string; readonly folder: string }>();
  for (const root of templates) {
    for (const name of world.listFolders(root)) {
      const folder = `${root}/${name}`;
      const known = name.normalize('NFC');
      if (name === words.shared.folder || found.has(known) || !hasBlueprint(world, folder)) continue;
      found.set(known, { id: known.replace(/@.*$/s, ''), folder });
    }
  }
  return [...found.values()];
}

const unknownForm = (id: string, ids: readonly string[], at: Span): Outcome<never> => {
  const advice = ids.length === 0 ? '模板文件夹里还没有表：每张表一个文件夹，里面有 form.yaml。' : adviseWord(id, ids);
  return fail(diagnostic({ code: 'B001', at, message: `没有“${id}”这张表`, advice }));
};

/** An edition whose years hold the record's year; else one that serves any year. Of several the latest edition. */
function choose(
  editions: readonly Outcome<Blueprint>[],
  yearUnder: (key: string) => number | null,
  at: Span,
): Outcome<Blueprint> {
  const broken = editions.find((edition) => !edition.ok);
  if (broken) return broken;
  const all = editions.flatMap((edition) => (edition.ok ? [edition.value] : [])).toSorted(byEdition);
  const yearOf = ({ yearField }: Blueprint): number | null => (yearField === null ? null : yearUnder(yearField));
  const fitting = all.filter((one) => {
    const year = yearOf(one);
    return one.years === null || year === null || one.years.includes(year);
  });
  const best = fitting.findLast(({ years }) => years !== null) ?? fitting.at(-1);
  if (best) return succeed(best);
  const served = [...new Set(all.flatMap(({ years }) => years ?? []))].toSorted();
  return fail(
    diagnostic({
      code: 'B006',
      at,
      message: `“${all[0]?.id}”没有适用 ${all.map(yearOf).find((year) => year !== null)} 年的版本`,
      advice: `有版本的年度：${served.join('、')}。核对数据里的年度；要用新的一年，请管理模板的同事加上版本。`,
    }),
  );
}

/** Editions such as 2024-1 and 2024-10 in the order of their numbers. */
function byEdition(a: Blueprint, b: Blueprint): number {
  const left = a.edition.split(/\D+/).map(Number);
  const right = b.edition.split(/\D+/).map(Number);
  const differ = left.findIndex((part, i) => part !== right[i]);
  return differ === -1 ? left.length - right.length : (left[differ] ?? 0) - (right[differ] ?? 0);
}
