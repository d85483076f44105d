import { describe, expect, test } from 'vitest';
import {
  type ComparedRecord,
  compareRecords,
  markdownOf,
  showPlainly,
  textOfRecord,
} from '../../../src/compare/index.ts';
import { revisions } from './realistic.ts';
import { endsOf } from './support.ts';

async function comparedOf({ file, before, after }: (typeof revisions)[number]): Promise<ComparedRecord> {
  const ends = await endsOf(before, after);
  const form = ends.after.record.blueprint.id;
  return { kind: 'both', file, renamedFrom: null, form, changes: compareRecords(ends.before, ends.after) };
}

describe('a revision as it occurs', () => {
  test.each(revisions)('$name is told in words of the form', async (revision) => {
    const text = textOfRecord(await comparedOf(revision), showPlainly);
    await expect(text).toMatchFileSnapshot(`../../cases/改动/${revision.name}.txt`);
  });

  test('all five make one comment, record by record', async () => {
    const records: ComparedRecord[] = [];
    for (const revision of revisions) records.push(await comparedOf(revision));
    await expect(markdownOf(records)).toMatchFileSnapshot('../../cases/改动/评论.md');
  });
});
