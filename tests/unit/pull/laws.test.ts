import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsOf } from '../../../src/pull/printed/texts.ts';
import { parseSource } from '../../../src/source/index.ts';
import { runs } from '../../support/runs.ts';
import { successOf } from '../../support/set-form.ts';
import { editedText } from './support/edit-script.ts';
import { bodyOf, wrapped } from './support/plain-docx.ts';
import { opened, press, pullInto, records } from './support/pulling.ts';
import { noisyRuns } from './support/word-noise.ts';

const usual = { numRuns: runs(8), seed: 7 };

/** The comments of a text, each on its line. */
const commentsOf = (text: string): readonly string[] =>
  successOf(parseSource('a.yaml', text)).comments.map((comment) => comment.text);

/** A record with a comment beside each of its values and one above each third. */
function commented(text: string): string {
  let count = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      if (!/[:\]}\w%”。）一-鿿]$/u.test(line) || line.endsWith('|') || line.includes('#')) return [line];
      if (!/^ *(?:- )?[^\s:]+:(?: |$)/u.test(line) && !/^ *- \{.*\}$/u.test(line)) return [line];
      count += 1;
      const indent = ' '.repeat(line.search(/\S/));
      const above = count % 3 === 0 ? [`${indent}# 上${count}`] : [];
      return [...above, `${line} # 旁${count}`];
    })
    .join('\n');
}

describe.each(Object.entries(records))('%s', (_, file) => {
  const text = readFileSync(file, 'utf8');
  const { blueprint } = opened(file, text).record;

  test('what any edit script makes of it comes back exactly from the DOCX, however Word set its runs', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, noise) => {
        const wanted = press.open(file, editedText(text, blueprint.fields, seed));
        fc.pre(wanted.ok);
        const pulled = successOf(pullInto(wrapped(bodyOf(successOf(wanted).form, noisyRuns(noise))), file, text));
        expect(pulled.problems).toEqual([]);
        expect([...textsOf(pulled.after.record.root)]).toEqual([...textsOf(successOf(wanted).record.root)]);
      }),
      usual,
    );
  });

  test('keeps every comment but those of rows that are gone, and loses no line that nobody changed', () => {
    const full = commented(text);
    const all = commentsOf(full);
    expect(all.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const now = editedText(text, blueprint.fields, seed);
        const wanted = press.open(file, now);
        fc.pre(wanted.ok);
        const pulled = successOf(pullInto(wrapped(bodyOf(successOf(wanted).form)), file, full));
        const left = pulled.text.split('\n');
        const kept = commentsOf(pulled.text);
        const own = kept.filter((one) => /^[上旁]\d/u.test(one));
        expect(own.length).toBe(new Set(own).size);
        const printed = new Set([...textsOf(pulled.after.record.root).values()]);
        for (const line of full.split('\n')) {
          // Lines of values that are still printed once, in a record where each of them is one of its kind.
          const value = /^ *(?:- )?[^\s:{]+: (\S.*?) #/u.exec(line)?.[1];
          const isOwn = value !== undefined && full.split(value).length === 2 && now.split(value).length === 2;
          if (isOwn && printed.has(value)) expect(left).toContain(line);
        }
      }),
      { ...usual, numRuns: runs(5) },
    );
  });
});
