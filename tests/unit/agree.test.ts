import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blemishesOf, canonicalText, differencesOf, factsText, type Print, parseFacts } from '../../src/agree/index.ts';
import { verdict } from '../../src/cli/verify/verdict.ts';

const cell = (x: number, y: number, text: string, width = 1, height = 1) => ({ x, y, width, height, text });

/** A label beside rows of two cells. */
const table = (...rows: readonly (readonly [string, string])[]): Print[number] => ({
  kind: 'table',
  columns: 3,
  rows: rows.length,
  cells: rows.flatMap(([a, b], y) => [
    ...(y === 0 ? [cell(0, 0, '栏目', 1, rows.length)] : []),
    cell(1, y, a),
    cell(2, y, b),
  ]),
});

const words = fc.stringMatching(/^[甲乙丙0-9,.%]{1,6}$/u);
const rows = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 12 });

describe('the canonical text', () => {
  test('is what its description says, without white space', () => {
    const print: Print = [
      { kind: 'text', text: '表\n(2024 年)' },
      table(['甲　乙', '1\n2'], ['', '3']),
      { kind: 'text', text: '填报人：\t周' },
    ];
    expect(canonicalText(print)).toBe(
      'biaoli-print 1\nT 表(2024年)\nG 3 2\nC 1 1 2 1 栏目\nC 1 2 1 1 甲乙\nC 1 3 1 1 12\nC 2 2 1 1 \nC 2 3 1 1 3\nT 填报人：周\n',
    );
  });
});

describe('facts', () => {
  const facts = {
    form: '表',
    edition: '1',
    source: { name: 'a.yaml', sha256: 'a'.repeat(64) },
    print: { sha256: '0'.repeat(64) },
    fit: null,
  };

  test('are read as they were written', () => {
    expect(parseFacts(factsText(facts))).toEqual(facts);
    expect(parseFacts(factsText({ ...facts, fit: 2 }))).toEqual({ ...facts, fit: 2 });
  });

  test.each([
    '',
    '{}',
    'null',
    '[]',
    '{"biaoli":1}',
    factsText(facts).replace('"biaoli": 1', '"biaoli": 2'),
    factsText(facts).replace('aaa', 'xxx'),
    factsText({ ...facts, fit: 0 }),
    factsText({ ...facts, fit: 1.5 }),
  ])('that are damaged or of another kind are none: %#', (text) => {
    expect(parseFacts(text)).toBeNull();
  });
});

describe('the differences of two prints', () => {
  const exact = { exact: true };

  test('are none between equal ones', () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(differencesOf([table(...all)], [table(...all)], exact)).toEqual([]);
      }),
    );
  });

  test('are exactly the cells whose text was changed', () => {
    fc.assert(
      fc.property(rows, fc.nat(), words, (all, place, text) => {
        const y = place % all.length;
        const changed = all.map(([a, b], i): [string, string] => (i === y ? [a, `${b}${text}`] : [a, b]));
        const found = differencesOf([table(...all)], [table(...changed)], exact);
        expect(found).toEqual([
          { kind: 'cell', table: 0, cell: 2 + 2 * y, printed: `${all[y]?.[1]}${text}`, onlyBlanks: false },
        ]);
      }),
    );
  });

  test('tell rows that came or went where they did, and nothing of the others', () => {
    const distinct = fc.uniqueArray(words, { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(distinct, fc.nat(), fc.integer({ min: 1, max: 3 }), (names, place, count) => {
        const all = names.map((name): [string, string] => [name, name]);
        const row = place % (all.length + 1);
        const more = all.toSpliced(row, 0, ...Array.from({ length: count }, (): [string, string] => ['新', '行']));
        // The label beside them all starts above the new rows.
        const [short, long] = [table(...all), table(...more)];
        if (row === 0) return;
        expect(differencesOf([short], [long], exact)).toEqual([{ kind: 'rows', table: 0, row, count }]);
        expect(differencesOf([long], [short], exact)).toEqual([{ kind: 'rows', table: 0, row, count: -count }]);
      }),
    );
  });

  test('in white space count where the document tells it', () => {
    const [one, other] = [table(['1 2', '']), table(['12', ''])];
    expect(differencesOf([one], [other], exact)).toMatchObject([{ kind: 'cell', onlyBlanks: true }]);
    expect(differencesOf([one], [other], { exact: false })).toEqual([]);
  });

  test('in spans, tables and the text outside are told too', () => {
    const wide: Print[number] = { kind: 'table', columns: 2, rows: 1, cells: [cell(0, 0, '甲', 2)] };
    const parted: Print[number] = { kind: 'table', columns: 2, rows: 1, cells: [cell(0, 0, '甲'), cell(1, 0, '')] };
    expect(differencesOf([wide], [parted], exact).map(({ kind }) => kind)).toEqual(['span', 'extra']);
    expect(differencesOf([wide], [], exact)).toEqual([{ kind: 'tables', printed: 0, expected: 1 }]);
    expect(differencesOf([wide], [{ kind: 'text', text: '假' }, wide], exact)).toEqual([
      { kind: 'text', place: 0, printed: '假', expected: '' },
    ]);
  });
});

describe('the verdict', () => {
  const all = { source: true, print: true, made: true, same: true };

  test('is none where all agree, and in every other case one', () => {
    fc.assert(
      fc.property(
        fc.record({ source: fc.boolean(), print: fc.boolean(), made: fc.boolean(), same: fc.boolean() }),
        (one) => {
          const agrees = one.source && one.print && one.made;
          expect(verdict('a.pdf', one) === null).toBe(agrees);
        },
      ),
    );
    expect(verdict('a.pdf', all)).toBeNull();
  });

  test.each([
    [{ print: false, same: false }, '印的内容改过'],
    [{ source: false, made: false, same: false }, '数据改过'],
    [{ source: false }, '数据改过，印的没有变'],
    [{ print: false, made: false }, '摘要改过'],
    [{ made: false, same: false }, '模板'],
    [{ source: false, print: false, made: false, same: false }, '三样互相都对不上'],
  ])('%j: %s', (change, words) => {
    expect(verdict('a.pdf', { ...all, ...change })?.message).toContain(words);
  });
});

describe('pages', () => {
  const expected = [table(['甲乙丙', '1'])];
  const style = { isNumbered: true, covers: 0, continued: '（续）' };
  const leaf = (boxes: readonly string[], foot: string) => ({ boxes, outside: [], foot });

  test('may hold cells, parts of them and labels printed again, and their numbers', () => {
    const leaves = [leaf(['栏目', '甲乙', '1'], '— 1 —'), leaf(['栏 目（续）', '丙', ''], '— 2 —')];
    expect(blemishesOf(leaves, expected, style)).toEqual([]);
  });

  test('may hold nothing else: a label printed again with another word, a page that is not the next', () => {
    const leaves = [leaf(['栏目'], '— 1 —'), leaf(['拦目（续）', '丙'], '— 3 —')];
    expect(blemishesOf(leaves, expected, style)).toEqual([
      { kind: 'box', page: 2, text: '拦目（续）' },
      { kind: 'foot', page: 2, text: '— 3 —', expected: '—2—' },
    ]);
    expect(blemishesOf([leaf([], '草稿')], expected, { ...style, isNumbered: false })).toMatchObject([
      { kind: 'foot' },
    ]);
  });
});
