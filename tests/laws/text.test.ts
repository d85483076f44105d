import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Length, pt } from '../../src/base/index.ts';
import {
  type Breakable,
  balance,
  breakLines,
  fillLines,
  type Line,
  type LineRange,
  labelLines,
  makeBreakable,
  makeLines,
  shape,
  widthOf,
} from '../../src/text/index.ts';
import { sentence } from '../support/arbitrary-texts.ts';
import { fakeFonts, fakeStyles } from '../support/fake-fonts.ts';
import { placed } from '../support/specs.ts';

const style = fakeStyles.cell;
const origin = { kind: 'template', span: placed(0) } as const;

/** Runs of one paragraph, some of them cut inside a word. */
const runs = fc.array(fc.oneof(sentence, sentence, fc.constantFrom('𠮷野家', '  ', '\u3000\u3000', 'a b', '\u00a0')), {
  minLength: 1,
  maxLength: 5,
});
const widths = fc.integer({ min: 10, max: 300 }).map(pt);

type Case = {
  readonly source: string;
  readonly breakable: Breakable;
  readonly lines: readonly Line[];
  readonly width: Length;
  readonly indent: Length;
  readonly justified: boolean;
};

const indents = fc.constantFrom(0, 0, 20).map(pt);

/** Paragraphs broken and set as running text is. */
const everyParagraph = (law: (one: Case) => void, seed: number): void =>
  fc.assert(
    fc.property(runs, widths, indents, fc.boolean(), (texts, width, indented, justify) => {
      const shaped = shape(
        texts.map((text) => ({ text, origin })),
        style,
        fakeFonts,
      );
      const breakable = makeBreakable(shaped, 'gb');
      const indent = indented < width / 2 ? indented : pt(0);
      const { ranges, ragged } = breakLines(breakable, { width, indent, elastic: true });
      const justified = justify && !ragged;
      const lines = makeLines(breakable, ranges, { width, indent, justify: justified });
      law({ source: texts.join(''), breakable, lines, width, indent, justified });
    }),
    { seed, numRuns: 300 },
  );

const inkOf = ({ fragments }: Line): string => fragments.map(({ text }) => text).join('');
const allOf = (line: Line): string => inkOf(line) + line.trailing;

test('breaking loses no character and doubles none', () => {
  everyParagraph(({ source, lines }) => {
    expect(lines.map(allOf).join('')).toBe(source);
    for (const { trailing } of lines) expect(trailing.trim()).toBe('');
  }, 61);
});

test('a line has a glyph and an advance for each character, and offset and advances make its width', () => {
  everyParagraph(({ lines }) => {
    for (const { fragments, width, offset } of lines) {
      for (const { text, glyphs, advances } of fragments) {
        expect(glyphs).toHaveLength([...text].length);
        expect(advances).toHaveLength(glyphs.length);
        expect(advances.every(Number.isInteger)).toBe(true);
      }
      expect(fragments.flatMap(({ advances }) => advances).reduce((a, b) => a + b, offset as number)).toBe(width);
    }
  }, 62);
});

test('no line is wider than the measure, unless a single character is', () => {
  everyParagraph(({ lines, width }) => {
    for (const line of lines) if (line.width > width) expect([...inkOf(line)]).toHaveLength(1);
  }, 63);
});

test('the parts of a justified line sum to the measure, and its last line is ragged', () => {
  let filled = 0;
  everyParagraph(({ lines, width, justified }) => {
    if (!justified) return;
    for (const line of lines.slice(0, -1)) expect(line.width).toBe(width);
    filled += lines.length - 1;
  }, 71);
  expect(filled).toBeGreaterThan(50);
});

test('justification leaves numbers and words as they are, and marks no narrower than half', () => {
  everyParagraph(({ breakable: { shaped }, lines }) => {
    let at = 0;
    for (const line of lines) {
      const advances = line.fragments.flatMap((fragment) => fragment.advances);
      advances.forEach((advance, i) => {
        const [here, next] = [shaped.codePoints[at + i] as number, shaped.codePoints[at + i + 1] ?? 0];
        const natural = shaped.advances[at + i] as number;
        if (i < advances.length - 1 && isAscii(here) && isAscii(next)) expect(advance).toBe(natural);
        expect(advance).toBeGreaterThanOrEqual(natural / 2);
      });
      at += advances.length + [...line.trailing].length;
    }
  }, 72);
});

const isAscii = (codePoint: number): boolean => /[0-9A-Za-z]/.test(String.fromCodePoint(codePoint));

test('no line but the first begins with a blank', () => {
  everyParagraph(({ lines }) => {
    for (const line of lines.slice(1)) expect(inkOf(line)).not.toMatch(/^[ \u3000]\S/);
  }, 64);
});

/** Two Han side by side: there a line can always be broken. */
const CHANCE = /\p{Script=Han}\p{Script=Han}/u;

/** Each turn from one line to the next that breaks a rule, but for lines that had no better place to be broken at. */
function badTurns(lines: readonly Line[], isBad: (above: string, below: string) => boolean): string[] {
  return lines.slice(1).flatMap((line, i) => {
    const above = allOf(lines[i] as Line);
    const below = inkOf(line);
    return isBad(above, below) && CHANCE.test(above) ? [`${above}|${below}`] : [];
  });
}

describe('where the line above could have been broken between two Han', () => {
  test('no line begins with a closing mark (CLREQ 6.1.1)', () => {
    everyParagraph(({ lines }) => {
      expect(badTurns(lines, (_, below) => /^[、，。：；？！）》」』】”%％℃,.;:!?)]/.test(below))).toEqual([]);
    }, 65);
  });

  test('no line ends with an opening mark', () => {
    everyParagraph(({ lines }) => {
      expect(badTurns(lines, (above) => /[（《「『【“(]\s*$/.test(above))).toEqual([]);
    }, 66);
  });

  test('numbers stay whole, with their signs and units, and so do Western words', () => {
    everyParagraph(({ lines }) => {
      const parts = (above: string, below: string) =>
        /[0-9A-Za-z]$/.test(above) && /^([0-9A-Za-z%％℃]|[.,][0-9])/.test(below);
      expect(badTurns(lines, parts)).toEqual([]);
      expect(badTurns(lines, (above, below) => /(?:[≥￥]|[^0-9A-Za-z]-)$/.test(above) && /^[0-9]/.test(below))).toEqual(
        [],
      );
      expect(badTurns(lines, (above, below) => /[0-9]万?$/.test(above) && /^[万元个年]/.test(below))).toEqual([]);
    }, 67);
  });

  test('a dash or an ellipsis of two characters stays whole (CLREQ 6.1.2)', () => {
    everyParagraph(({ lines }) => {
      expect(badTurns(lines, (above, below) => /—$/.test(above) && /^—/.test(below))).toEqual([]);
      expect(badTurns(lines, (above, below) => /…$/.test(above) && /^…/.test(below))).toEqual([]);
    }, 68);
  });
});

test('a line by itself takes as much as fits: the first character of the next one had no room', () => {
  everyParagraph(({ breakable, width }) => {
    const lines = fillLines(breakable, { width, indent: pt(0), elastic: false });
    const { codePoints } = breakable.shaped;
    const isHan = (at: number): boolean => /\p{Script=Han}/u.test(String.fromCodePoint(codePoints[at] ?? 0x20));
    lines.slice(1).forEach(({ start, next }, i) => {
      const above = lines[i] as LineRange;
      const alone = above.end === above.next && isHan(start) && (next === start + 1 || isHan(start + 1));
      if (!alone || !isHan(start - 1)) return;
      expect(widthOf(breakable, above.start, above.end) + style.size).toBeGreaterThan(width);
    });
  }, 69);
});

test('the lines of a paragraph chosen together are no more than one by one', () => {
  everyParagraph(({ breakable, width, lines, indent }) => {
    const greedy = fillLines(breakable, { width, indent, elastic: true });
    expect(lines.length).toBeLessThanOrEqual(greedy.length);
  }, 73);
});

test('balancing takes at most one line more, loses nothing, and makes no line wider than the measure', () => {
  everyParagraph(({ source, breakable, width }) => {
    const lines = labelLines(breakable, width);
    const words = new Set(['工作', '任务', '指标']);
    const balanced = balance(breakable, lines, { width, words });
    const how = { width: balanced.width, indent: pt(0), justify: false };
    const even = makeLines(balanced.paragraph, labelLines(balanced.paragraph, balanced.width), how);
    expect(even.map(allOf).join('')).toBe(source);
    expect(even.length).toBeLessThanOrEqual(lines.length + 1);
    expect(balanced.width).toBeLessThanOrEqual(width);
    for (const line of even) if (line.width > width) expect([...inkOf(line)]).toHaveLength(1);
  }, 70);
});
