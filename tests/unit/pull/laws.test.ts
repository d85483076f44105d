import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsOf } from '../../../src/pull/printed/texts.ts';
import { editedText } from './support/edit-script.ts';
import { bodyOf, wrapped } from './support/plain-docx.ts';
import { opened, press, pullInto, records } from './support/pulling.ts';
import { noisyRuns } from './support/word-noise.ts';

describe.each(Object.entries(records))('%s', (_, file) => {
  const text = readFileSync(file, 'utf8');
  const before = opened(file, text);

  test('any random edit script on the record, printed and scrambled as Word does, is pulled back to exactly that record', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, noise) => {
        const wanted = press.open(file, editedText(text, before.record.blueprint.fields, seed));
        fc.pre(wanted.ok);
        if (!wanted.ok) return;
        const pulled = pullInto(wrapped(bodyOf(wanted.value.form, noisyRuns(noise))), file, text);
        expect(pulled.ok ? pulled.value.problems : pulled.problems).toEqual([]);
        if (!pulled.ok) return;
        expect([...textsOf(pulled.value.after.record.root)]).toEqual([...textsOf(wanted.value.record.root)]);
      }),
      { numRuns: Number(process.env.RUNS ?? 40), seed: Number(process.env.SEED ?? 7) },
    );
  });
});
