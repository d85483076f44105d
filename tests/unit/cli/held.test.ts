import { expect, it } from 'vitest';
import { held } from '../../../src/cli/batch/held.ts';
import type { RecordResult } from '../../../src/cli/batch/types.ts';
import { failed, finding, written } from './run-results.ts';

it('a result that is held says what it said, each time it is asked, and holds none of its findings', () => {
  const related = [{ at: { file: '甲.yaml', start: 3, end: 4 }, message: '这里也写了' }];
  const result = failed('甲', [
    finding('甲.yaml', { message: '“\u{20bb7}”', related }),
    finding('乙.yaml', { accepted: '上级规定' }),
  ]);
  const kept = held(result);
  expect(asPlain(kept)).toEqual(result);
  expect(kept.findings[0]).not.toBe(result.findings[0]);
  expect(asPlain(held(written('乙')))).toEqual(written('乙'));
});

const asPlain = (kept: RecordResult): RecordResult => ({ ...kept, findings: kept.findings });
