import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Length, pt } from '../../src/base/index.ts';
import {
  type Breakable,
  balance,
  fillLines,
  type Line,
  makeBreakable,
  makeLines,
  shape,
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
};

const everyParagraph = (law: (one: Case) => void, seed: number): void =>
  fc.assert(
    fc.property(runs, widths, (texts, width) => {
      const shaped = shape(
        texts.map((text) => ({ text, origin })),
        style,
        fakeFonts,
      );
      const breakable = makeBreakable(shaped);
      const lines = makeLines(breakable, fillLines(breakable, width));
      law({ source: texts.join(''), breakable, lines, width });
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

test('a line has a glyph and an advance for each character, and its width is their sum', () => {
  everyParagraph(({ lines }) => {
    for (const { fragments, width } of lines) {
      for (const { text, glyphs, advances } of fragments) {
        expect(glyphs).toHaveLength([...text].length);
        expect(advances).toHaveLength(glyphs.length);
      }
      expect(fragments.flatMap(({ advances }) => advances).reduce((a, b) => a + b, 0)).toBe(width);
    }
  }, 62);
});

test('no line is wider than the measure, unless a single character is', () => {
  everyParagraph(({ lines, width }) => {
    for (const line of lines) if (line.width > width) expect([...inkOf(line)]).toHaveLength(1);
  }, 63);
});

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
  test('no line begins with a closing mark (CLREQ 3.1.6.1)', () => {
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
      expect(badTurns(lines, (above, below) => /[≥￥-]$/.test(above) && /^[0-9]/.test(below))).toEqual([]);
      expect(badTurns(lines, (above, below) => /[0-9]万?$/.test(above) && /^[万元个年]/.test(below))).toEqual([]);
    }, 67);
  });

  test('a dash or an ellipsis of two characters stays whole (CLREQ 3.1.6.2)', () => {
    everyParagraph(({ lines }) => {
      expect(badTurns(lines, (above, below) => /—$/.test(above) && /^—/.test(below))).toEqual([]);
      expect(badTurns(lines, (above, below) => /…$/.test(above) && /^…/.test(below))).toEqual([]);
    }, 68);
  });
});

test('a line takes as much as fits: the first stretch of the next one had no room', () => {
  everyParagraph(({ lines, width }) => {
    lines.slice(1).forEach((line, i) => {
      const above = lines[i] as Line;
      const [first, second] = inkOf(line);
      const han = /\p{Script=Han}/u;
      const parted = first !== undefined && han.test(first) && (second === undefined || han.test(second));
      const after = han.test(inkOf(above).at(-1) ?? '');
      if (parted && after && above.trailing + line.trailing === '')
        expect(above.width + style.size).toBeGreaterThan(width);
    });
  }, 69);
});

test('balancing takes no more lines, loses nothing, and makes no line wider than the measure', () => {
  everyParagraph(({ source, breakable, lines, width }) => {
    const balanced = balance(breakable, fillLines(breakable, width), {
      width,
      words: new Set(['工作', '任务', '指标']),
    });
    const even = makeLines(balanced.paragraph, fillLines(balanced.paragraph, balanced.width));
    expect(even.map(allOf).join('')).toBe(source);
    expect(even).toHaveLength(lines.length);
    expect(balanced.width).toBeLessThanOrEqual(width);
    for (const line of even) if (line.width > width) expect([...inkOf(line)]).toHaveLength(1);
  }, 70);
});
