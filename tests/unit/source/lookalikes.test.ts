import { describe, expect, test } from 'vitest';
import { type Diagnostic, placeAt } from '../../../src/base/index.ts';
import { parseSource } from '../../../src/source/index.ts';

/** The warnings of a text that must be sound. */
function warnings(text: string): readonly Diagnostic[] {
  const parsed = parseSource('f.yaml', text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return parsed.warnings;
}

const warned = (text: string): string[] =>
  warnings(text).map(({ at, code, message, advice }) => {
    const { line, column } = placeAt(text, at.start);
    return `${line}:${column}-${at.end - at.start} ${code} ${message} → ${advice}`;
  });

describe('S011', () => {
  test('names a Kangxi radical at its column, with the plain character', () => {
    expect(warned('名称: 甲\n目标: 建成\u2F00个\n')).toEqual([
      '2:7-1 S011 这里的“\u2F00”(U+2F00) 是部首，不是汉字“一”(U+4E00)，只是看着像 → 换成“一”：删掉它，用输入法重新打。',
    ]);
  });

  test('names a compatibility ideograph, also one of two UTF-16 units', () => {
    expect(warned('a: \uF90A额\n')).toEqual([
      '1:4-1 S011 这里的“\uF90A”(U+F90A) 是兼容字，不是汉字“金”(U+91D1)，只是看着像 → 换成“金”：删掉它，用输入法重新打。',
    ]);
    expect(warned('a: 第\u{2F80F}\n')).toEqual([expect.stringMatching(/^1:5-2 S011 .*U\+2F80F.*“兔”/u)]);
  });

  test('gives one warning for a text with several, at the first, with all of them and how many', () => {
    const [first, ...others] = warnings('a: |\n  甲\u2F00\n  \u2F08\u2F00\u2ED3乙\nb: \u2F08\n');
    expect(first).toMatchObject({ severity: 'warning', at: { start: 8, end: 9 } });
    expect(first?.message).toBe(
      '这段文字里有 4 个部首或兼容字，只是看着像汉字：“\u2F00”(U+2F00)2 处→“一”、“\u2F08”(U+2F08)→“人”、“\u2ED3”(U+2ED3)→“长”',
    );
    expect(others.map(({ at }) => at.start)).toEqual([20]);
  });

  test('sees keys, items of lists and quoted texts, and leaves the text as it is', () => {
    const text = '\u2F00: [\u2F08, "\u2F0A"]\n';
    expect(warnings(text).map(({ at }) => text.slice(at.start, at.end))).toEqual(['\u2F00', '\u2F08', '\u2F0A']);
    const parsed = parseSource('f.yaml', text);
    expect(parsed.ok && parsed.value.root).toMatchObject({ entries: [{ key: { text: '\u2F00' } }] });
  });

  test('names for each Kangxi radical one unified Han character', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++) {
      const [found, ...others] = warnings(`a: ${String.fromCodePoint(code)}\n`);
      expect(others).toEqual([]);
      expect(found?.advice).toMatch(/^换成“[\u4E00-\u9FFF]”：/u);
    }
  });

  test.each(
    '⺠民 ⺟母 ⻅见 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻳龟 ⼾户 ⾭青'.split(
      ' ',
    ),
  )('%s: the form of 通用规范汉字表 is named', (pair) => {
    const [radical = '', plain = ''] = pair;
    expect(radical.codePointAt(0)).toBeLessThan(0x3000);
    expect(plain.codePointAt(0)).toBeGreaterThanOrEqual(0x4e00);
    expect(warnings(`a: ${radical}\n`)[0]?.advice).toContain(`“${plain}”`);
  });

  test('has nothing against plain characters, comments, and the twelve unified ones among the compatible', () => {
    expect(warnings('a: 一人长门⺀㎡①〔〕 # \u2F00\n')).toEqual([]);
    expect(warnings('a: "\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27\uFA28\uFA29"\n')).toEqual([]);
  });

  test('is told beside the errors of a file too', () => {
    const parsed = parseSource('f.yaml', 'a: \u2F00\na: 2\n');
    expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual(['S011', 'S004']);
  });

  test('a pasted file of a thousand texts gives no more warnings than anybody mends at once', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `k${i}: \u2F00\n`);
    expect(warnings(lines.join(''))).toHaveLength(200);
  });
});
