import { expect, it } from 'vitest';
import { quoted } from '../../../src/cli/verify/words.ts';

it('a long text is told from shortly before where it differs, with no half of a character', () => {
  const same = '𠮷'.repeat(50);
  expect(quoted('短', '长')).toBe('“短”');
  for (const before of ['', '甲'])
    for (const long of [`${before}${same}乙${same}`, `${before}${same}丙${same}`]) {
      const told = quoted(long, `${before}${same}丁${same}`);
      expect(told).toMatch(/^“……𠮷+[乙丙]𠮷+……”$/u);
    }
});
