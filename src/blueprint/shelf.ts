import { andThen, diagnostic, fail, type Outcome, remembered, type Span, succeed, type World } from '../base/index.ts';
import { chooseEdition, type Edition, type RecordYear } from './editions.ts';
import { readFaces } from './faces.ts';
import { hasBlueprint } from './gather.ts';
import { type Commons, loadBlueprint } from './load.ts';
import { adviseWord } from './nearest.ts';
import { readTaxonomies } from './taxonomies.ts';
import type { Blueprint } from './types.ts';
import { words } from './vocabulary.ts';
import { readGrades, readLabelWords, readWordLists } from './word-lists.ts';

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
  readonly find: (id: string, yearUnder: (key: string) => RecordYear | null, at: Span) => Outcome<Blueprint>;
  /** A form of the program's own in what templates share, such as the contents of a volume; the nearest of its name. */
  readonly shared: (name: string) => Outcome<Blueprint>;
  /** Every edition of every form, sorted by folder; with the id of one form only its own. */
  readonly editions: (id?: string) => readonly ShelvedEdition[];
};

/** A folder with a form, and the form or all that is wrong with it. */
export type ShelvedEdition = Pick<Edition, 'blueprint' | 'sketch'> & { readonly id: string; readonly folder: string };

/** Opens the template folders and those with fonts, each nearest first and the installation's own last. */
export function openShelf(world: World, templates: readonly string[], fonts: readonly string[]): Outcome<Shelf> {
  const { folder: common, taxonomies: taxonomyName, partials } = words.shared;
  const shared = templates.map((root) => `${root}/${common}`);
  const filesOf = (name: string): string[] =>
    shared.flatMap((folder) => (world.listFiles(folder).includes(name) ? [`${folder}/${name}`] : [])).toReversed();
  const taxonomyFiles = filesOf(taxonomyName);
  const installed = `${shared.at(-1)}/${taxonomyName}`;
  return andThen(readFaces(world, fonts), ({ table: faces, added }) =>
    andThen(readTaxonomies(world, taxonomyFiles.length > 0 ? taxonomyFiles : [installed]), (taxonomies) =>
      andThen(readLanguage(world, filesOf), (language) => {
        const commons: Commons = { faces, taxonomies, ...language };
        const folders = formFolders(world, templates);
        const load = remembered((folder: string) => loadBlueprint(world, folder, { roots: templates, commons }));
        const ids = [...new Set(folders.map(({ id }) => id))].toSorted();
        const shelf: Shelf = {
          commons,
          partialFolders: shared.map((folder) => `${folder}/${partials}`),
          addedFonts: added,
          ids: () => ids,
          find: (id, yearUnder, at) => {
            const editions = folders.filter((one) => one.id === id).map(({ folder }) => folder);
            return editions.length === 0
              ? unknownForm(id, { ids, roots: templates, at })
              : chooseEdition(editions.map(load), yearUnder, at);
          },
          shared: (name) => {
            const places = shared.map((folder) => `${folder}/${name}`);
            const nearest = places.find((folder) => hasBlueprint(world, folder));
            return load(nearest ?? (places.at(-1) as string)).blueprint;
          },
          editions: (id) =>
            folders.filter((one) => id === undefined || one.id === id).map((one) => ({ ...one, ...load(one.folder) })),
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
  return [...found.values()].toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
}

type Unknown = { readonly ids: readonly string[]; readonly roots: readonly string[]; readonly at: Span };

/** `roots` has nothing before the installation's own where nobody has named other folders. */
const unknownForm = (id: string, { ids, roots, at }: Unknown): Outcome<never> => {
  const none = '模板文件夹里还没有表：每张表一个文件夹，里面有 form.yaml。';
  const elsewhere = roots.length > 1 ? '' : '自己的表放在别处的，加 --templates 写出它的文件夹。';
  const advice = (ids.length === 0 ? none : adviseWord(id, ids)) + elsewhere;
  return fail(diagnostic({ code: 'B001', at, message: `没有“${id}”这张表`, advice }));
};

/** What is known of words; `filesOf` finds the files of a name, farthest first, and there may be none. */
const readLanguage = (
  world: World,
  filesOf: (name: string) => readonly string[],
): Outcome<Pick<Commons, 'labelWords' | 'grades' | 'wordLists'>> =>
  andThen(readLabelWords(world, filesOf(words.shared.labelWords)), (labelWords) =>
    andThen(readGrades(world, filesOf(words.shared.grades)), (grades) =>
      andThen(readWordLists(world, filesOf(words.shared.wordLists)), (wordLists) =>
        succeed({ labelWords, grades, wordLists }),
      ),
    ),
  );
