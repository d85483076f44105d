import { describe, expect, test } from 'vitest';
import { comparePaths } from '../../../src/volume/index.ts';

const sorted = (...paths: string[]): string[] => paths.toSorted(comparePaths);

describe('the order of a volume', () => {
  test('is that of pinyin for common Han', () => {
    expect(sorted('住建局', '民政局', '财政局', '办公室', '教育局')).toEqual([
      '办公室',
      '财政局',
      '教育局',
      '民政局',
      '住建局',
    ]);
  });

  test('has numbers by what they count, however they are padded', () => {
    expect(sorted('10-乙.yaml', '2-甲.yaml', '01-丙.yaml')).toEqual(['01-丙.yaml', '2-甲.yaml', '10-乙.yaml']);
    expect(sorted('民政局-2024.yaml', '民政局-2023.yaml')).toEqual(['民政局-2023.yaml', '民政局-2024.yaml']);
    expect(sorted(`a${'9'.repeat(30)}`, `a1${'0'.repeat(30)}`)).toEqual([`a${'9'.repeat(30)}`, `a1${'0'.repeat(30)}`]);
  });

  test('goes folder by folder: a folder is not parted by a longer name', () => {
    expect(sorted('安/乙', '安庆/甲', '安/甲')).toEqual(['安/甲', '安/乙', '安庆/甲']);
  });

  test('has rare Han after common ones, and Latin before Han', () => {
    expect(sorted('㐂局', '做', 'B', '𠮷局', 'a')).toEqual(['B', 'a', '做', '㐂局', '𠮷局']);
  });

  test('is the same whatever order the names come in', () => {
    const names = ['a1', 'a01', '甲', '乙/丙', '乙', 'a10', '甲1', '𠮷'];
    expect(names.toReversed().toSorted(comparePaths)).toEqual(names.toSorted(comparePaths));
  });
});
