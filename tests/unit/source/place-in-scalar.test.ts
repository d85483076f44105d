import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entry, placeInScalar, type Scalar } from '../../../src/source/index.ts';
import { readMapping } from './read.ts';

function scalarOf(source: string): Scalar {
  const value = entry(readMapping(source), '键')?.value;
  if (value?.kind !== 'scalar') throw new Error('expected a scalar');
  return value;
}

/** What the author typed for the first place where `part` stands in the value of 键. */
function typed(source: string, part: string): string {
  const { text, span } = scalarOf(source);
  const start = text.indexOf(part);
  const at = placeInScalar(source, span, { start, end: start + part.length });
  return `${at.start}:${source.slice(at.start, at.end)}`;
}

describe('a stretch of a value is found among the author’s characters', () => {
  test.each([
    ['plain', '键: 甲乙丙\n', '乙', '4:乙'],
    ['plain, to its end', '键: 甲乙丙 # 注\n', '乙丙', '4:乙丙'],
    ['single quotes', "键: '甲乙丙'\n", '乙丙', '5:乙丙'],
    ['after a doubled quote', "键: '甲''乙丙'\n", '乙', '7:乙'],
    ['a doubled quote itself', "键: '甲''乙'\n", "'", "5:''"],
    ['double quotes', '键: "甲乙丙"\n', '甲', '4:甲'],
    ['after escapes', String.raw`键: "\"\u7532\x41\U00020000乙丙"`, '乙', '26:乙'],
    ['an escape itself', String.raw`键: "甲\u4e59丙"`, '乙', String.raw`5:\u4e59`],
    ['a character of two units', '键: "𠀀乙"', '𠀀', '4:𠀀'],
    ['the first line of a block', '键: |\n  甲乙\n  丙丁\n', '乙', '8:乙'],
    ['a later line of a block', '键: |\n  甲乙\n  丙丁\n', '丁', '13:丁'],
    ['over the end of a line', '键: |\n  甲乙\n  丙丁\n', '乙\n丙', '8:乙\n  丙'],
    ['below blank lines', '键: |\n\n  \n  甲乙\n\n  丙丁\n', '丙', '17:丙'],
    ['a line of a block indented further', '键: |\n  甲\n    乙\n', '乙', '13:乙'],
    ['a block whose first line keeps its blanks', '键: |2\n    甲\n  乙\n', '乙', '14:乙'],
    ['a block with line ends of two characters', '键: |\r\n  甲乙\r\n  丙丁\r\n', '丁', '15:丁'],
    ['a block in a list, with a mark for its end', '键: |-\n    甲乙\n    丙丁\n', '丙丁', '17:丙丁'],
  ])('%s', (_title, source, part, place) => {
    expect(typed(source, part)).toBe(place);
  });

  test.each([
    ['quotes', `键: "${'甲乙'.repeat(100_000)}"\n`],
    ['a block', `键: |\n${'  甲\n'.repeat(100_000)}`],
  ])('20,000 places of a long value are found soon: %s', (_title, source) => {
    const { span, text } = scalarOf(source);
    for (let start = 0; start < text.length; start += 10) {
      const at = placeInScalar(source, span, { start, end: start + 1 });
      if (source.slice(at.start, at.end) !== text[start]) throw new Error(`${start} is not found`);
    }
  });

  test('a stretch that ends with its line stops there', () => {
    const source = '键: |\n  甲乙\n  丙丁\n';
    const { span } = scalarOf(source);
    expect(placeInScalar(source, span, { start: 1, end: 2 })).toEqual({ file: 'f.yaml', start: 8, end: 9 });
    expect(placeInScalar(source, span, { start: 1, end: 3 })).toEqual({ file: 'f.yaml', start: 8, end: 9 });
  });

  test.each(['键: 甲乙\n', "键: '甲乙'\n", '键: "甲乙"\n', '键: |\n  甲乙\n'])(
    'what lies outside is cut: %s',
    (source) => {
      const { span } = scalarOf(source);
      const at = placeInScalar(source, span, { start: 5, end: 99 });
      expect(at.start).toBeGreaterThanOrEqual(span.start);
      expect(at.end).toBeLessThanOrEqual(span.end);
      expect(at.start).toBeLessThanOrEqual(at.end);
    },
  );

  test('an empty stretch has a place and no width', () => {
    const source = '键: 甲乙\n';
    expect(placeInScalar(source, scalarOf(source).span, { start: 1, end: 1 })).toMatchObject({ start: 4, end: 4 });
  });

  test('law: each character of a block or of quotes is found where it stands', () => {
    const character = fc.constantFrom('甲', '乙', 'a', '，', ' ', "'", '"', '\\', '𠀀', '\n');
    const lines = fc.array(character, { minLength: 1, maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(lines, (text) => {
        const block = `键: |\n${`首${text}`.replaceAll(/^/gm, '  ')}\n`;
        const flat = text.replaceAll('\n', '');
        for (const source of [
          block,
          `键: '首${flat.replaceAll("'", "''")}'\n`,
          `键: "首${flat.replaceAll(/["\\]/g, String.raw`\$&`)}"\n`,
        ]) {
          const { text: value, span } = scalarOf(source);
          for (const [index, unit] of [...value].entries()) {
            if (unit === '\n') continue;
            const start = [...value].slice(0, index).join('').length;
            const at = placeInScalar(source, span, { start, end: start + unit.length });
            expect(source.slice(at.start, at.end).at(-1)).toBe(unit.at(-1));
            expect(source.slice(at.start, at.end).replace(/^[\\'](?=.)/u, '')).toBe(unit);
          }
        }
      }),
    );
  });
});
