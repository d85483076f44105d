import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BreakLevel } from '../../src/base/index.ts';
import { makeReady } from '../../src/measure/ready-texts.ts';
import { type FontSet, makeBreakable, shape, type TextRun } from '../../src/text/index.ts';
import { fakeFonts, fakeStyles } from '../support/fake-fonts.ts';
import { placed } from '../support/specs.ts';

/** Few enough to be met again, so many that all is forgotten now and then, and some that are never remembered. */
const texts = fc.oneof(
  fc.constantFrom(
    '',
    '万元',
    '≥90%',
    '0/1',
    '——',
    '\u{10FFFF}',
    '甲\u{10FFFF}',
    '  ',
    '数量指标（个）',
    '经济效益指标',
  ),
  fc.integer({ min: 0, max: 900 }).map((n) => `第${n}项`),
  fc.constantFrom('比人们记得住的还要长的一段文字。', '𠮷野家𠮷野家𠮷野家'),
);
const styles = fc.constantFrom(fakeStyles.cell, fakeStyles.label, fakeStyles.title);
/** Now and then others, so that one is not taken for the other. */
const levels = fc.constantFrom<BreakLevel>('gb', 'gb', 'gb', 'gb', 'gb', 'gb', 'basic');
const isOthers = fc.integer({ max: 6, min: 0 }).map((n) => n === 0);
/** Fonts that lack a character. */
const otherFonts: FontSet = {
  face: (name) => (codePoint) => (codePoint === 0x10ffff ? null : fakeFonts.face(name)(codePoint)),
};

test('a text made ready of late is what it would be made anew, with the runs it is asked for with', () => {
  let asked = 0;
  const runOf = (text: string): TextRun => {
    asked += 1;
    return { text, origin: { kind: 'template', span: placed(asked) } };
  };
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(texts, { maxLength: 2 }), styles, levels, isOthers), { maxLength: 80 }),
      fc.boolean(),
      (questions, turned) => {
        for (const [parts, style, level, isOther] of questions) {
          const fonts = isOther === turned ? fakeFonts : otherFonts;
          const runs = parts.map(runOf);
          const ready = makeReady(runs, style, fonts, level);
          expect(ready).toEqual(makeBreakable(shape(runs, style, fonts), level));
          expect(ready.shaped.runs).toBe(runs);
          for (const [i, run] of runs.entries()) expect(ready.shaped.runs[i]).toBe(run);
          for (const { run } of ready.shaped.missing) expect(runs).toContain(run);
        }
      },
    ),
    { seed: 7, numRuns: 200 },
  );
});
