import { andThen, type FaceTable, type Outcome, type Span, settle, type World } from '../base/index.ts';
import { entry, type Mapping } from '../source/index.ts';
import { readChecks } from './checks.ts';
import { type Draft, type Edition, yearPattern } from './editions.ts';
import { readFields } from './fields.ts';
import { gatherForm } from './gather.ts';
import { onlyOutermost } from './indented.ts';
import { adviseWord } from './nearest.ts';
import { readPaper } from './paper.ts';
import { type Reading, seenAt, startReading } from './reading.ts';
import { readAnnex, readFit, readParagraph, readTable } from './settings.ts';
import { readSummary } from './summary.ts';
import { readOwnStyles, readStyles } from './type.ts';
import type { Blueprint, Grades, Taxonomy, WordLists } from './types.ts';
import { words } from './vocabulary.ts';

/** What every blueprint of an installation is read against. */
export type Commons = {
  readonly faces: FaceTable;
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
  readonly labelWords: ReadonlySet<string>;
  readonly grades: Grades;
  readonly wordLists: WordLists;
};

const w = words.form;

/** Reads and checks `folder/form.yaml` with all it inherits. `roots` are the template folders in which 沿用 is looked up. */
export function loadBlueprint(
  world: World,
  folder: string,
  { roots, commons }: { readonly roots: readonly string[]; readonly commons: Commons },
): Edition {
  let draft: Draft | null = null;
  let sketch: Blueprint | null = null;
  const blueprint = andThen(gatherForm(world, folder, roots), ({ form, folders }): Outcome<Blueprint> => {
    const reading = startReading();
    onlyOutermost(form, reading);
    const id = reading.scalar(form, w.id);
    if (id === null) reading.report('B002', seenAt(form, w.id), '蓝图没有“表”', '写上“表: 名称”，名称和文件夹相同。');
    else checkId(id.text, id.span, folder, reading);
    const fields = readFields(form, commons.taxonomies, reading);
    const author = reading.scalar(form, w.author);
    if (
      author !== null &&
      !reading.unread.has(author.text) &&
      !fields.fields.some((field) => field.name === author.text)
    ) {
      const names = fields.fields.map(({ name }) => name);
      reading.report(
        'B004',
        author.span,
        `“${w.author}”指的“${author.text}”不在字段里`,
        adviseWord(author.text, names),
      );
    }
    const years = readYears(form, reading);
    const read: Blueprint = {
      id: id?.text ?? '',
      edition: reading.scalar(form, w.edition)?.text ?? '',
      years: years ?? null,
      paper: readPaper(form, reading),
      styles: readStyles(form, commons.faces, reading),
      ownStyles: readOwnStyles(form, commons.faces, reading),
      table: readTable(form, reading),
      paragraph: readParagraph(form, reading),
      fit: readFit(form, reading),
      annex: readAnnex(form, reading),
      fields,
      checks: readChecks(form, reading),
      summary: readSummary(form, fields, reading),
      yearField: fields.fields.find(({ kind }) => kind === 'year')?.name ?? null,
      author: author?.text ?? null,
      folders,
    };
    draft = years === undefined ? null : read;
    sketch = reading.problems.length > 0 && reading.unread.size === 0 ? read : null;
    return settle(read, reading.problems);
  });
  return { draft, blueprint, sketch };
}

/** The folder is named as the form, or as the form and `@` and what tells this edition from others. */
function checkId(id: string, at: Span, folder: string, reading: Reading): void {
  const name = folder.slice(folder.lastIndexOf('/') + 1).normalize('NFC');
  if (name === id || name.startsWith(`${id}@`)) return;
  reading.report('B004', at, `“表”是“${id}”，文件夹却叫“${name}”`, '两者要相同（旧版本的文件夹可叫“名称@版本”）。');
}

/** The years under 适用年度, null where it is not said, undefined (reported) where it is said wrongly. */
function readYears(form: Mapping, reading: Reading): readonly number[] | null | undefined {
  const value = entry(form, w.years)?.value;
  if (value === undefined) return null;
  const items = value.kind === 'list' ? value.items : [value];
  const years = items.map((item) => (item.kind === 'scalar' && yearPattern.test(item.text) ? Number(item.text) : null));
  if (years.length === 0 || years.includes(null)) {
    reading.report(
      'B004',
      seenAt(form, w.years),
      '“适用年度”应是四位年份（1900—2199）',
      '写成“适用年度: [2024, 2025]”。',
    );
    return undefined;
  }
  return years.filter((year) => year !== null);
}
