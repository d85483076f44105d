import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  andThen,
  codes,
  type Diagnostic,
  diagnostic,
  fail,
  mm,
  mpt,
  pathText,
  placeAt,
  pt,
  settle,
  succeed,
  sum,
} from '../../../src/base/index.ts';

const problem = (start: number, changes: Partial<Diagnostic> = {}): Diagnostic =>
  diagnostic({ code: 'R004', at: { file: 'a.yaml', start, end: start + 1 }, message: '', advice: '', ...changes });
const warning = (start: number): Diagnostic => problem(start, { severity: 'warning' });

describe('lengths', () => {
  test('are whole thousandths of a point', () => {
    expect([pt(10.5), mm(25.4), mpt(0.6), mm(210)]).toEqual([10_500, 72_000, 1, 595_276]);
    expect(sum([pt(1), pt(2.5)])).toBe(pt(3.5));
    expect(sum([])).toBe(0);
  });
});

describe('outcomes', () => {
  test('an error among diagnostics makes a failure with all of them by place', () => {
    const outcome = settle('值', [problem(9), warning(3), problem(1)]);
    expect(outcome.ok ? [] : outcome.problems.map(({ at }) => at.start)).toEqual([1, 3, 9]);
  });

  test('warnings alone leave the value', () => {
    expect(settle('值', [warning(3)])).toEqual(succeed('值', [warning(3)]));
  });

  test('the next stage gets the value, and the warnings of both are kept', () => {
    expect(andThen(succeed(1, [warning(1)]), (n) => succeed(n + 1, [warning(2)]))).toEqual(
      succeed(2, [warning(1), warning(2)]),
    );
    const failed = andThen(succeed(1, [warning(1)]), () => fail(problem(2)));
    expect(failed.ok ? [] : failed.problems).toEqual([problem(2), warning(1)]);
  });

  test('after a failure the next stage is not asked', () => {
    const failed = fail(problem(1));
    expect(
      andThen(failed, () => {
        throw new Error('asked');
      }),
    ).toBe(failed);
  });
});

describe('diagnostics', () => {
  test('are shown by file, place and code, in the order of no locale', () => {
    const at = (file: string, start: number) => ({ file, start, end: start });
    const ordered = [
      problem(5, { at: at('B.yaml', 5) }),
      problem(1, { at: at('a.yaml', 1), code: 'R003' }),
      problem(1, { at: at('a.yaml', 1) }),
      problem(2, { at: at('a.yaml', 2) }),
      problem(0, { at: at('é.yaml', 0) }),
    ];
    const shown = settle(null, ordered.toReversed());
    expect(shown.ok ? [] : shown.problems).toEqual(ordered);
  });

  test('every code has a letter, one to three digits and a name of its own', () => {
    for (const code of Object.keys(codes)) expect(code).toMatch(/^(?:[A-Z]\d{3}|[ITVXA]\d{1,2})$/);
    const names = Object.values(codes);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('places', () => {
  test('lines and columns count from 1, columns in UTF-16 units', () => {
    const text = '甲: 一\n𠮷: 二\n';
    expect([0, 4, 5, 8, 9, 10].map((offset) => placeAt(text, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 5 },
      { line: 2, column: 1 },
      { line: 2, column: 4 },
      { line: 2, column: 5 },
      { line: 2, column: 6 },
    ]);
  });

  test('an offset is found again from its line and column', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', 'a', '\n', '𠮷') }), fc.nat(), (text, wish) => {
        const offset = text.length === 0 ? 0 : wish % text.length;
        const { line, column } = placeAt(text, offset);
        const before = text.split('\n').slice(0, line - 1);
        expect(before.reduce((at, one) => at + one.length + 1, 0) + column - 1).toBe(offset);
      }),
      { seed: 1 },
    );
  });

  test('a path is written with dots between names and numbers from 1 in brackets', () => {
    expect(pathText(['绩效指标', '产出指标', 0, '年度指标值'])).toBe('绩效指标.产出指标[1].年度指标值');
  });
});
