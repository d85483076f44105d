import { diagnostic, fail, flatMap, type Outcome, settle } from '../base/index.ts';
import type { Blueprint } from '../blueprint/index.ts';
import type { CheckedRecord } from '../record/index.ts';
import { tooManyCharacters } from './markup/bounds.ts';
import { buildBlocks, type Part } from './markup/build.ts';
import type { Template } from './template/load.ts';
import type { ColumnWish, FormDocument, Heading } from './types.ts';
import { startExpansion, viewOf } from './view.ts';

/** Fills a form's template with a record. */
export function expandForm(record: CheckedRecord, template: Template): Outcome<FormDocument<ColumnWish>> {
  const { blueprint, root, at } = record;
  const expansion = startExpansion();
  const markup = template.expand(viewOf(record, expansion), expansion);
  const passed = expansion.tooMuch();
  if (passed === 'values') return fail(diagnostic({ ...tooManyCharacters, at }));
  if (passed === 'turns') {
    const advice = '检查模板里层层相套的 {{#each}}，或把这份数据分成几份。';
    return fail(diagnostic({ code: 'F010', at, message: '这份数据展开后的表太大', advice }));
  }
  const { parts, problems } = buildBlocks(markup, expansion.runs, template);
  const [first, ...others] = parts;
  const author = blueprint.author === null ? undefined : root.members.get(blueprint.author);
  const document: FormDocument<ColumnWish> = {
    meta: {
      title: titleOf(parts) || blueprint.id,
      author: author?.kind === 'scalar' ? author.text : '',
      language: 'zh-CN',
    },
    sections: [{ cover: false, ...first, blocks: [...annexOf(blueprint), ...(first?.blocks ?? [])] }, ...others].map(
      ({ cover, blocks }) => ({ paper: cover ? { ...blueprint.paper, folio: 'cover' } : blueprint.paper, blocks }),
    ),
  };
  return settle(document, problems);
}

/** GB/T 9704-2012 7.3.7: its number stands at the top left of an annex, before everything that the template says. */
const annexOf = ({ annex }: Blueprint): Heading[] =>
  annex === null
    ? []
    : [
        {
          kind: 'heading',
          role: 'annex',
          style: null,
          paragraphs: [{ runs: [{ text: annex.text, origin: { kind: 'template', span: annex.at } }] }],
          at: annex.at,
        },
      ];

/** The titles of the first part that has any: further ones head what is annexed to it. */
const titleOf = (parts: readonly Part[]): string =>
  parts.map(({ blocks }) => blocks.map(titleIn).join('')).find((title) => title !== '') ?? '';

const titleIn = (block: Part['blocks'][number]): string =>
  block.kind === 'heading' && block.role === 'title'
    ? flatMap(block.paragraphs, ({ runs }) => runs.map(({ text }) => text)).join('')
    : '';
