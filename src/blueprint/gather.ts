import { andThen, diagnostic, fail, type Outcome, type Span, succeed, type World } from '../base/index.ts';
import { entry, type Mapping, parseSource, type Scalar } from '../source/index.ts';
import { FORM_FILE } from './file-names.ts';
import { inherit } from './inherit.ts';
import { adviseWord } from './nearest.ts';
import { words } from './vocabulary.ts';

/** A form.yaml with all it inherits laid below it, and the folders that it came from, its own first. */
export type Gathered = { readonly form: Mapping; readonly folders: readonly string[] };

const w = words.form;
/** What a form says of itself and does not hand on. */
const ownKeys: readonly string[] = [w.id, w.edition, w.years, w.inherits];
/** A form is based on one that may be based on another, and so on: as deep as this, and no deeper. */
const MOST_GENERATIONS = 8;

/** Reads `folder/form.yaml` and what it inherits; 沿用 is looked up in `roots`, the nearest first. B004, B005. */
export const gatherForm = (world: World, folder: string, roots: readonly string[]): Outcome<Gathered> =>
  gather(folder, { world, roots, seen: [] });

export const hasBlueprint = (world: World, folder: string): boolean => world.listFiles(folder).includes(FORM_FILE);

type Search = { readonly world: World; readonly roots: readonly string[]; readonly seen: readonly string[] };

function gather(folder: string, search: Search): Outcome<Gathered> {
  const file = `${folder}/${FORM_FILE}`;
  return andThen(search.world.readText(file), (text) =>
    andThen(parseSource(file, text), ({ root }): Outcome<Gathered> => {
      if (root.kind !== 'map') {
        const message = '蓝图应是一组“名称: 内容”';
        return fail(diagnostic({ code: 'B004', at: root.span, message, advice: '每行写“名称: 内容”。' }));
      }
      const named = entry(root, w.inherits)?.value;
      if (named === undefined) return succeed({ form: root, folders: [folder] });
      if (named.kind !== 'scalar' || named.blank)
        return unreachable(named.span, `“${w.inherits}”应是一张表的名称`, `写成“${w.inherits}: 名称”。`);
      const seen = [...search.seen, folder];
      return andThen(findParent(named, { ...search, seen }), (parent) =>
        andThen(gather(parent, { ...search, seen }), (above) => {
          const entries = above.form.entries.filter(({ key }) => !ownKeys.includes(key.text));
          return succeed({ form: inherit({ ...above.form, entries }, root), folders: [folder, ...above.folders] });
        }),
      );
    }),
  );
}

/**
 * The nearest folder with this name that is not on the way already, so that a form may be based on the one of the same
 * name that it hides. A name that would lead out of the template folders is refused unseen.
 */
function findParent({ text, span }: Scalar, { world, roots, seen }: Search): Outcome<string> {
  const failure = (why: string, advice: string) => unreachable(span, `沿用不到“${text}”：${why}`, advice);
  if (!isInside(text))
    return failure('它指到了模板文件夹外面', '只写模板文件夹里的名称，例如“沿用: 共用/某某”，不用 .. 和绝对路径。');
  if (seen.length > MOST_GENERATIONS)
    return failure(`已经套了 ${MOST_GENERATIONS} 层`, '直接沿用最上面的那张表，或少分几层。');
  const places = roots.map((root) => `${root}/${text}`).filter((place) => hasBlueprint(world, place));
  const parent = places.find((place) => !seen.includes(place));
  if (parent !== undefined) return succeed(parent);
  if (places.length > 0) return failure('它又沿用回了自己', '改成另一张表的名称，或删去“沿用”。');
  return failure('没有这个文件夹，或其中没有 form.yaml', adviseWord(text, formsIn(world, roots)));
}

/** Names of folders with `/` between them, of which none leads up, to a drive or to nowhere. */
const isInside = (name: string): boolean =>
  !/[\\:\0]/.test(name) && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** All that a form may be based on: forms, and what lies in the shared folder. */
function formsIn(world: World, roots: readonly string[]): string[] {
  const { folder } = words.shared;
  const names = roots.flatMap((root) => [
    ...world.listFolders(root),
    ...world.listFolders(`${root}/${folder}`).map((name) => `${folder}/${name}`),
  ]);
  return [...new Set(names)].filter((name) => roots.some((root) => hasBlueprint(world, `${root}/${name}`)));
}

const unreachable = (at: Span, message: string, advice: string): Outcome<never> =>
  fail(diagnostic({ code: 'B005', at, message, advice }));
