import {
  andThen,
  diagnostic,
  type FaceTable,
  fail,
  type Outcome,
  type Span,
  settle,
  type World,
} from '../base/index.ts';
import { entry, type Mapping, parseSource } from '../source/index.ts';
import { readFields } from './fields.ts';
import { inherit } from './inherit.ts';
import { adviseWord } from './nearest.ts';
import { readPaper } from './paper.ts';
import { type Reading, seenAt, startReading } from './reading.ts';
import { readAnnex, readFit, readParagraph, readTable } from './settings.ts';
import { readStyles } from './type.ts';
import type { Blueprint, Taxonomy } from './types.ts';
import { words } from './vocabulary.ts';

/** What every blueprint of an installation is read against. */
export type Commons = {
  readonly faces: FaceTable;
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
  readonly labelWords: ReadonlySet<string>;
};

const w = words.form;
const ownKeys: readonly string[] = [w.id, w.edition, w.years, w.inherits];

/** Reads `folder/form.yaml` with all it inherits. `roots` are the template folders in which 沿用 is looked up. */
export function loadBlueprint(
  world: World,
  folder: string,
  { roots, commons }: { readonly roots: readonly string[]; readonly commons: Commons },
): Outcome<Blueprint> {
  return andThen(gather(world, folder, roots, []), ({ form, folders }) => {
    const reading = startReading();
    reading.onlyKeys(form, Object.values(w), '蓝图');
    const id = reading.scalar(form, w.id);
    if (id === null) reading.report('B002', seenAt(form, w.id), '蓝图没有“表”', '写上“表: 名称”，名称和文件夹相同。');
    else checkId(id.text, id.span, folder, reading);
    const fields = readFields(form, commons.taxonomies, reading);
    const author = reading.scalar(form, w.author);
    if (author !== null && !fields.fields.some((field) => field.name === author.text)) {
      const names = fields.fields.map(({ name }) => name);
      reading.report(
        'B004',
        author.span,
        `“${w.author}”指的“${author.text}”不在字段里`,
        adviseWord(author.text, names),
      );
    }
    const blueprint: Blueprint = {
      id: id?.text ?? '',
      edition: reading.scalar(form, w.edition)?.text ?? '',
      years: readYears(form, reading),
      paper: readPaper(form, reading),
      styles: readStyles(form, commons.faces, reading),
      table: readTable(form, reading),
      paragraph: readParagraph(form, reading),
      fit: readFit(form, reading),
      annex: readAnnex(form, reading),
      fields,
      yearField: fields.fields.find(({ kind }) => kind === 'year')?.name ?? null,
      author: author?.text ?? null,
      folders,
    };
    return settle(blueprint, reading.problems);
  });
}

type Gathered = { readonly form: Mapping; readonly folders: readonly string[] };

function gather(world: World, folder: string, roots: readonly string[], seen: readonly string[]): Outcome<Gathered> {
  const file = `${folder}/form.yaml`;
  return andThen(world.readText(file), (text) =>
    andThen(parseSource(file, text), ({ root }): Outcome<Gathered> => {
      if (root.kind !== 'map') {
        const message = '蓝图应是一组“名称: 内容”';
        return fail(diagnostic({ code: 'B004', at: root.span, message, advice: '每行写“名称: 内容”。' }));
      }
      const parentName = entry(root, w.inherits)?.value;
      if (parentName === undefined) return settle({ form: root, folders: [folder] }, []);
      if (parentName.kind !== 'scalar')
        return unreachable(parentName.span, '“沿用”应是一张表的名称', '写成“沿用: 名称”。');
      const parent = roots.map((place) => `${place}/${parentName.text}`).find((place) => hasBlueprint(world, place));
      if (parent === undefined || [...seen, folder].includes(parent)) {
        const why = parent === undefined ? '没有这个文件夹，或其中没有 form.yaml' : '它又沿用回了自己';
        return unreachable(
          parentName.span,
          `沿用不到“${parentName.text}”：${why}`,
          '改成另一张表的名称，或删去“沿用”。',
        );
      }
      return andThen(gather(world, parent, roots, [...seen, folder]), (above) => {
        const entries = above.form.entries.filter(({ key }) => !ownKeys.includes(key.text));
        return settle({ form: inherit({ ...above.form, entries }, root), folders: [folder, ...above.folders] }, []);
      });
    }),
  );
}

export const hasBlueprint = (world: World, folder: string): boolean => world.listFiles(folder).includes('form.yaml');

const unreachable = (at: Span, message: string, advice: string): Outcome<never> =>
  fail(diagnostic({ code: 'B005', at, message, advice }));

/** The folder is named as the form, or as the form and `@` and what tells this edition from others. */
function checkId(id: string, at: Span, folder: string, reading: Reading): void {
  const name = folder.slice(folder.lastIndexOf('/') + 1).normalize('NFC');
  if (name === id || name.startsWith(`${id}@`)) return;
  reading.report('B004', at, `“表”是“${id}”，文件夹却叫“${name}”`, '两者要相同（旧版本的文件夹可叫“名称@版本”）。');
}

function readYears(form: Mapping, reading: Reading): readonly number[] | null {
  const value = entry(form, w.years)?.value;
  if (value === undefined) return null;
  const items = value.kind === 'list' ? value.items : [value];
  const years = items.map((item) => (item.kind === 'scalar' && /^\d{4}$/.test(item.text) ? Number(item.text) : null));
  if (years.length === 0 || years.includes(null)) {
    reading.report('B004', seenAt(form, w.years), '“适用年度”应是四位年份', '写成“适用年度: [2024, 2025]”。');
  }
  return years.filter((year) => year !== null);
}
