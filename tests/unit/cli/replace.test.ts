import { expect, test } from 'vitest';
import { replace } from '../../../src/cli/disk/replace.ts';

/** What a system says at each try; null: it is done. */
function tries(...said: readonly (string | null)[]) {
  const made: string[] = [];
  const rename = (from: unknown, to: unknown): void => {
    const code = said[made.length] ?? null;
    made.push(`${from} ${to}`);
    if (code !== null) throw Object.assign(new Error(code), { code });
  };
  return { made, rename };
}

test('a file that another program holds for a moment is replaced when it lets go', () => {
  const { made, rename } = tries('EBUSY', 'EPERM', 'EACCES', null);
  replace('新', '旧', rename, [1, 1, 1]);
  expect(made).toEqual(['新 旧', '新 旧', '新 旧', '新 旧']);
});

test('one that stays open, and all else that keeps it from being written, is told', () => {
  const held = tries('EBUSY', 'EBUSY', 'EBUSY');
  expect(() => replace('新', '旧', held.rename, [1, 1])).toThrow('EBUSY');
  expect(held.made).toHaveLength(3);
  const full = tries('ENOSPC');
  expect(() => replace('新', '旧', full.rename, [1, 1])).toThrow('ENOSPC');
  expect(full.made).toHaveLength(1);
});

test('where no system holds files, nobody waits', () => {
  const { made, rename } = tries('EACCES');
  expect(() => replace('新', '旧', rename, [])).toThrow('EACCES');
  expect(made).toHaveLength(1);
});
