import { describe, expect, it } from 'vitest';
import { plainly } from '../../../src/read/index.ts';
import { contentOf, line, page } from './support/ruled.ts';

describe('radicals of which a PDF says that they stand for characters', () => {
  const texts = (...glyphs: readonly string[]): string =>
    plainly(contentOf(page([], ...glyphs.map((text, i) => line(text, 20 + i * 100, 20)))))
      .pages.flatMap((one) => one.glyphs)
      .map(({ text }) => text)
      .join('');

  it('are read as those', () => {
    expect(texts('项\u2F6C\u2F08', '\u2ED3期')).toBe('项目人长期');
  });

  it('are kept where the same font is used for the character as well', () => {
    expect(texts('\u2F08', '人\u2F6C')).toBe('\u2F08人目');
  });
});
