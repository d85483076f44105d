import * as fflate from 'fflate';
import { expect, it, vi } from 'vitest';
import { enclosedInDocx } from '../../../src/read/index.ts';
import { codesOf, p, packageOf } from './support/word.ts';

vi.mock('fflate', async (original) => {
  const real = await original<typeof fflate>();
  return { ...real, unzipSync: vi.fn(real.unzipSync) };
});

/** How often an archive with so many parts that may carry a record is walked, and how often its directory is looked at. */
function lookedAt(parts: number) {
  const strange = fflate.strToU8('<a/>');
  const more = Object.fromEntries(Array.from({ length: parts }, (_, i) => [`customXml/item${i}.xml`, strange]));
  const bytes = fflate.zipSync({ ...fflate.unzipSync(packageOf(p('甲'))), ...more });
  vi.mocked(fflate.unzipSync).mockClear();
  const numbers = vi.spyOn(DataView.prototype, 'getUint32');
  expect(codesOf(enclosedInDocx(bytes, 'a.docx'))).toEqual(['D031']);
  const counted = { walks: vi.mocked(fflate.unzipSync).mock.calls.length, numbers: numbers.mock.calls.length };
  numbers.mockRestore();
  return counted;
}

it('the work that a package takes grows with its parts, not with their square', () => {
  const [few, many] = [lookedAt(10), lookedAt(200)];
  expect(many.walks).toBe(few.walks);
  expect(many.numbers).toBeLessThan(few.numbers * 20);
});
