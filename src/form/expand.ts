import { diagnostic, type Outcome, settle } from '../base/index.ts';
import type { CheckedRecord } from '../record/index.ts';
import { buildBlocks } from './markup/build.ts';
import type { Template } from './template/load.ts';
import type { FormDocument, Heading, Lines, TableSpec } from './types.ts';
import { startRuns, viewOf } from './view.ts';

/** More markup than any form has: a template that loops over everything for everything. */
const TOO_LONG = 8_000_000;

/** Fills a form's template with a record. */
export function expandForm(record: CheckedRecord, template: Template): Outcome<FormDocument> {
  const { blueprint } = record;
  const runs = startRuns();
  const markup = template.expand(viewOf(record, runs), runs);
  if (markup.length > TOO_LONG) {
    const advice = '检查模板里层层相套的 {{#each}}，或把这份数据分成几份。';
    return settle(undefined as never, [
      diagnostic({ code: 'F010', at: record.at, message: '这份数据展开后的表太大', advice }),
    ]);
  }
  const { blocks, problems } = buildBlocks(markup, runs.list, template.places);
  const author = blueprint.author === null ? undefined : record.root.members.get(blueprint.author);
  const document: FormDocument = {
    meta: {
      title: titleOf(blocks) || blueprint.id,
      author: author?.kind === 'scalar' ? author.text : '',
      language: 'zh-CN',
    },
    sections: [{ paper: blueprint.paper, blocks }],
  };
  return settle(document, problems);
}

const titleOf = (blocks: readonly (Heading | Lines | TableSpec)[]): string =>
  blocks
    .flatMap((block) => (block.kind === 'heading' && block.role === 'title' ? block.paragraphs : []))
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join('');
