import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiagnosticInit, diagnostic } from '../../../src/base/index.ts';
import { renderDiagnostics } from '../../../src/cli/report/print.ts';
import { textWidth } from '../../../src/cli/width.ts';

const print = (text: string | undefined, ...inits: Partial<DiagnosticInit>[]): string =>
  renderDiagnostics(
    inits.map((init) =>
      diagnostic({ code: 'R004', at: { file: 'a.yaml', start: 0, end: 1 }, message: '信', advice: '改。', ...init }),
    ),
    () => text,
    { color: false },
  );

const at = (text: string, piece: string) => {
  const start = text.indexOf(piece);
  return { file: 'a.yaml', start, end: start + piece.length };
};

/** Terminal columns before the first caret, and how many carets there are. */
const carets = (printed: string): [number, number] => {
  const line = printed.split('\n').find((one) => /\^/u.test(one)) ?? '';
  return [textWidth(line.slice(0, line.indexOf('^'))), [...line].filter((one) => one === '^').length];
};

const sourceLine = (printed: string): string => printed.split('\n').find((one) => one.startsWith(' >')) ?? '';

describe('a diagnostic on a terminal', () => {
  it('has place, name, message, the line with the one before it, carets and advice', () => {
    const text = `${'\n'.repeat(21)}  - 名称: 扎实推进\n    拟投入的资金: 840万\n`;
    const message = '“拟投入的资金”应是数字（元），这里写的是“840万”';
    expect(print(text, { at: at(text, '840万'), message, advice: '写成 8400000。' })).toBe(
      [
        'a.yaml:23:13 错误[R004] “拟投入的资金”应是数字（元），这里写的是“840万”',
        '   22 │   - 名称: 扎实推进',
        ' > 23 │     拟投入的资金: 840万',
        '      │                   ^^^^^',
        '   办法：写成 8400000。',
        '',
      ].join('\n'),
    );
  });

  it('puts the carets under the range, Han characters counting two columns and tabs four', () => {
    const text = '\t甲乙：ab𠀀c';
    expect(carets(print(text, { at: at(text, '𠀀') }))).toEqual([7 + 4 + 6 + 2, 2]);
  });

  it('shows one caret for an empty range, at the end of a line too', () => {
    const text = 'a:\nb: 1\n';
    expect(carets(print(text, { at: { file: 'a.yaml', start: 2, end: 2 } }))).toEqual([7 + 2, 1]);
  });

  it('shows a range over several lines on its first line', () => {
    const text = 'a: |\n  x\n  y\n';
    expect(carets(print(text, { at: { file: 'a.yaml', start: 3, end: text.length } }))).toEqual([7 + 3, 1]);
  });

  it('cuts a long line around its carets', () => {
    const text = `主要内容: ${'字'.repeat(400)}错${'字'.repeat(500)}`;
    const printed = print(text, { at: at(text, '错') });
    expect(sourceLine(printed)).toContain('错');
    expect(textWidth(sourceLine(printed))).toBeLessThanOrEqual(110);
    const [column, count] = carets(printed);
    expect(count).toBe(2);
    expect(textWidth(sourceLine(printed).slice(0, sourceLine(printed).indexOf('错')))).toBe(column);
    expect(sourceLine(printed)).toMatch(/^ > 1 │ ….*…$/u);
  });

  it('cuts a long line before and carets that would run out of the frame', () => {
    const text = `${'前'.repeat(900)}\n${'后'.repeat(900)}`;
    const printed = print(text, { at: { file: 'a.yaml', start: 901, end: 1801 } });
    for (const line of printed.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(110);
    expect(carets(printed)[1]).toBeGreaterThan(40);
  });

  it('does not show the carriage return of a CRLF line', () => {
    expect(print('a: 1\r\nb: 2\r\n', { at: { file: 'a.yaml', start: 6, end: 7 } })).not.toContain('\r');
  });

  it('shows related places with a line of their own', () => {
    const text = '甲: 1\n乙: 2\n甲: 3\n';
    const related = [{ at: { file: 'a.yaml', start: 0, end: 1 }, message: '第一次在这里' }];
    expect(
      print(text, { at: { file: 'a.yaml', start: 10, end: 11 }, related })
        .split('\n')
        .slice(5),
    ).toEqual(['   a.yaml:1:1 第一次在这里', ' > 1 │ 甲: 1', '     │ ^^', '']);
  });

  it('of a file as a whole has no line', () => {
    expect(print('abc', { code: 'E007' })).toBe('a.yaml 错误[E007] 信\n   办法：改。\n');
  });

  it('without a text has no line', () => {
    expect(print(undefined, {})).toBe('a.yaml 错误[R004] 信\n   办法：改。\n');
  });

  it('shows characters that would steer the terminal, and never sends them', () => {
    const text = 'a: \u001B[2Jx\u202Ey\u009B';
    const printed = print(text, { at: { file: 'a.yaml', start: 3, end: 4 }, message: '见\u001B[31m' });
    expect(printed).toContain('␛[2Jx\uFFFDy\uFFFD');
    expect(printed).toContain('见␛[31m');
    expect([...printed].filter((one) => /(?!\n)\p{Cc}|\u202E/u.test(one))).toEqual([]);
  });

  it('is coloured only on request', () => {
    const init = diagnostic({ code: 'R004', at: { file: 'a', start: 0, end: 1 }, message: '信', advice: '改。' });
    expect(renderDiagnostics([init], () => 'abc', { color: true })).toContain('\u001B[');
    expect(renderDiagnostics([init], () => 'abc', { color: false })).not.toContain('\u001B');
  });

  it('reads each file once', () => {
    let reads = 0;
    const one = diagnostic({ code: 'R004', at: { file: 'a', start: 0, end: 1 }, message: '信', advice: '改。' });
    const readSource = () => {
      reads += 1;
      return 'abc';
    };
    renderDiagnostics([one, one, one], readSource, { color: false });
    expect(reads).toBe(1);
  });

  it('never fails, whatever the range and the text, and carets stay within the frame', () => {
    const line = fc.string({ unit: fc.constantFrom('中', 'a', '\t', '\n', '\r\n', '𠀀', '\u0301', 'é', '“') });
    fc.assert(
      fc.property(line, fc.nat(30), fc.nat(200), (text, start, length) => {
        const printed = print(text, {
          at: { file: 'a.yaml', start: Math.min(start, text.length), end: start + length },
        });
        expect(carets(printed)[1]).toBeGreaterThan(0);
        for (const one of printed.split('\n')) expect(textWidth(one)).toBeLessThanOrEqual(110);
      }),
    );
  });
});

describe('the columns of a terminal', () => {
  it.each([
    ['（全角），：', 12],
    ['e\u0301', 1],
    ['ｶﾅ', 2],
    ['㎡①', 3],
    ['✅', 2],
    ['⚠', 1],
    ['🚀', 2],
    ['🧮', 2],
    ['🫶', 2],
    ['\u200B\uFE0F', 0],
    ['𠮷', 2],
    ['가', 2],
  ])('%j takes %i', (text, columns) => {
    expect(textWidth(text)).toBe(columns);
  });

  it.each(['甲，乙：丙', 'e\u0301\u0301', '🚀✅🧮', '\t\t', '“”—…', '𠮷㎡'])(
    'carets stand right behind %j',
    (before) => {
      const text = `${before}错\n`;
      const printed = print(text, { at: at(text, '错') });
      const line = sourceLine(printed);
      expect(carets(printed)).toEqual([textWidth(line.slice(0, line.indexOf('错'))), 2]);
    },
  );

  it('carets at the end of a file without a last line break stand behind its last character', () => {
    expect(carets(print('甲: 乙', { at: { file: 'a.yaml', start: 4, end: 4 } }))).toEqual([7 + 6, 1]);
    expect(print('甲: 乙\n', { at: { file: 'a.yaml', start: 5, end: 5 } })).toContain('a.yaml:2:1');
  });
});

describe('an accepted finding', () => {
  it('is named as such, with the reason in place of the advice', () => {
    expect(
      print('甲: 4个以上\n', { at: at('甲: 4个以上\n', '4个以上'), severity: 'warning', accepted: '按个数考核' }),
    ).toBe(
      ['a.yaml:1:4 已接受[R004] 信', ' > 1 │ 甲: 4个以上', '     │     ^^^^^^^', '   已接受：按个数考核', ''].join(
        '\n',
      ),
    );
  });
});
