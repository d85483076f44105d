import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { andThen, type Outcome, placeAt, settle } from '../../../src/base/index.ts';
import { type ColumnWish, expandForm, type FormDocument, loadTemplate } from '../../../src/form/index.ts';
import { checkRecord, readRecord } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { openedShelf, repository, saidBy, successOf } from '../blueprint/support.ts';

const FOLDER = 'tests/cases/坏输入';
const shelf = openedShelf(repository);

async function readForm(file: string, text: string): Promise<Outcome<FormDocument<ColumnWish>>> {
  const read = andThen(parseSource(file, text), (source) => readRecord(source, shelf));
  const findings = read.ok ? await checkRecord(read.value, shelf.commons) : [];
  const found = findings.filter(({ code, severity }) => code === 'A9' || severity === 'error');
  return andThen(read, (record) =>
    andThen(settle(record, found), () =>
      andThen(loadTemplate(repository, record.blueprint, shelf.partialFolders), (template) =>
        expandForm(record, template),
      ),
    ),
  );
}

/** What comments with an arrow say of their lines. */
function expectedIn(file: string, text: string): string[] {
  const parsed = parseSource(file, text);
  const comments = parsed.ok ? parsed.value.comments : [];
  return comments.flatMap(({ text: comment, span }) =>
    comment.startsWith('→')
      ? comment
          .split('→')
          .slice(1)
          .map((one) => `${placeAt(text, span.start).line}: ${one.trim()}`)
      : [],
  );
}

describe('the forms’ own records with faults', () => {
  test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')))(
    '%s: each fault is told at its line',
    async (name) => {
      const file = `${FOLDER}/${name}`;
      const text = successOf(repository.readText(file));
      const told = saidBy(await readForm(file, text)).map(({ at, code, advice }) => {
        const { line } = placeAt(text, at.start);
        return `${line}: ${code} «${text.slice(at.start, at.end)}» ${advice}`;
      });
      expect(told).toEqual(expectedIn(file, text));
    },
  );
});
