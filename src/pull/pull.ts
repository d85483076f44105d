import { andThen, byPlace, type Diagnostic, diagnostic, fail, type Outcome, succeed } from '../base/index.ts';
import type { DocxContent } from '../read/index.ts';
import { type EditedBlock, editedBlocks } from './edited/document.ts';
import { spanAt } from './place.ts';
import { type Model, modelOf, type Sample, samplesOf } from './printed/model.ts';
import { type Reading, readEdited } from './reading/read.ts';
import { isUntouched } from './reading/untouched.ts';
import { changedSums } from './sums.ts';
import type { Engine, Opened, Pulled } from './types.ts';
import { firstDifference } from './verify.ts';
import type { Context, SeenSum } from './wishes/context.ts';
import { joinCrossings } from './wishes/crossings.ts';
import { groupWish, valueWish } from './wishes/members.ts';
import { isSame, type Wish } from './wishes/types.ts';
import { writeWishes } from './write/write.ts';

/**
 * What an edited document makes of a record: the record's text with the document's values at their places. What is not
 * understood is told and left as it is. Fails where nothing can be written: P011 for a document of something else, P012
 * for a place that nothing can be put into, P009 where the new text would print something else than the document says.
 */
export function pull(content: DocxContent, before: Opened, engine: Engine): Outcome<Pulled> {
  const edited = editedBlocks(content);
  const samples = samplesOf(before.record.blueprint, engine.expand);
  return andThen(look(edited, before, samples), (first) => {
    const other = first.problems.find(({ code }) => code === 'P011');
    if (isUntouched(first.model.blocks, edited))
      return succeed({ text: before.source.text, after: before, problems: [] });
    if (other !== undefined) return fail(other);
    if (isSame(first.wish)) return succeed(settled(first, first.sums, before));
    const { text, refused } = writeWishes(before.source, first.wish);
    const [stuck, ...more] = refused.map((at) =>
      diagnostic({
        code: 'P012',
        at,
        message: '这里的写法太特别，改动插不进去',
        advice: '用 biaoli fmt 整理这份数据，再写回。',
      }),
    );
    if (stuck !== undefined) return fail(stuck, ...more);
    return andThen(reopened(text, before, engine), (after) =>
      andThen(look(edited, after, samples), (second) => {
        const wrong = wrongAfter(first, second);
        if (wrong !== null && first.problems.length === 0) return fail(notDone(before, wrong));
        if (!isSame(second.wish)) return fail(notDone(before, wrong ?? ''), ...first.problems);
        return succeed(settled(first, second.sums, after));
      }),
    );
  });
}

/**
 * The new text as a record. P009 where it is none: the author's YAML is sound, and places in a text that is thrown away
 * lead nowhere. What is wrong with the form of another year is told as it is.
 */
function reopened(text: string, before: Opened, engine: Engine): Outcome<Opened> {
  const after = engine.open(text);
  if (after.ok) return after;
  const noEdition = after.problems.find(({ code }) => code === 'B006');
  if (noEdition !== undefined) return fail(otherYear(before, noEdition));
  if (after.problems.some(({ code }) => code.startsWith('B'))) return after;
  return fail(notDone(before, `写回以后的数据读不成，${after.problems[0].message}`));
}

/** The document has a year that its form is not for: the year stands in the DOCX, and nobody would look for it in the YAML. */
function otherYear({ source, record }: Opened, noEdition: Diagnostic): Diagnostic {
  const field = record.blueprint.yearField;
  const path = field === null ? [] : [field];
  return diagnostic({
    code: noEdition.code,
    at: spanAt(source, path),
    message: `DOCX 里的年度改了，而${noEdition.message}`,
    advice: '在 Word 里把年度改回来，再写回；真要改年度，先请管理模板的同事加上那一年的版本。',
  });
}

/** What speaks against the new text when the document is held against it; null: nothing. */
function wrongAfter(first: Look, { wish, problems, model, reading }: Look): string | null {
  if (!isSame(wish)) return '写回以后再读一遍，还有改动没有写进去';
  const known = new Set(first.problems.map(({ code }) => code));
  return problems.find(({ code }) => !known.has(code))?.message ?? firstDifference(model, reading);
}

const notDone = ({ record }: Opened, wrong: string): Diagnostic =>
  diagnostic({ code: 'P009', at: record.at, message: `改动写不回去：${wrong}`, advice: '这些改动请直接写进 YAML。' });

/** What a document says of a record, and what it wants of it. */
type Look = {
  readonly model: Model;
  readonly reading: Reading;
  readonly wish: Wish;
  readonly problems: readonly Diagnostic[];
  readonly sums: readonly SeenSum[];
};

function look(
  edited: readonly EditedBlock[],
  { source, record, form }: Opened,
  samples: readonly Sample[],
): Outcome<Look> {
  return andThen(modelOf(record, form, samples), (model) => {
    const reading = readEdited(model, edited, record.at);
    const problems: Diagnostic[] = [...reading.problems];
    const context: Context = {
      wishOf: valueWish,
      printed: model.printed,
      shown: model.shown,
      frozen: model.uses.frozen,
      unsure: reading.unsure,
      report: (one) => problems.push(one),
      doubt: () => undefined,
      told: new Set(),
      at: record.at,
      sums: [],
      typedSums: model.typedSums,
      lone: { gone: [], fresh: [] },
    };
    const { fields } = record.blueprint;
    const wish = groupWish(record.root, fields, { key: '', node: source.root, instance: reading.root }, context);
    joinCrossings(context);
    return succeed({ model, reading, wish, problems: unique(problems), sums: context.sums });
  });
}

const unique = (problems: readonly Diagnostic[]): readonly Diagnostic[] => {
  const known = new Set<string>();
  return problems.filter(({ code, at, message }) => {
    const key = `${code} ${at.start} ${message}`;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
};

/** The end of the work: what the document has for sums is compared with what they are now, and with what they were. */
function settled(look: Pick<Look, 'problems' | 'sums'>, now: Look['sums'], after: Opened): Pulled {
  const changed = changedSums(now, look.sums);
  return { text: after.source.text, after, problems: unique([...look.problems, ...changed]).toSorted(byPlace) };
}
