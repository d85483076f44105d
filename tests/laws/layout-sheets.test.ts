import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Paper, pt } from '../../src/base/index.ts';
import type { FormDocument } from '../../src/form/index.ts';
import { formsWithTails } from '../support/arbitrary-papers.ts';
import { setForm } from '../support/set-form.ts';

const LEFT = pt(55);
const RIGHT = pt(25);

const onPaper = (form: FormDocument, changes: Partial<Paper>): FormDocument => ({
  ...form,
  sections: form.sections.map(({ paper, blocks }) => ({
    paper: { ...paper, folio: 'none', left: LEFT, right: RIGHT, ...changes },
    blocks,
  })),
});

test('sheets printed on both sides are those printed on one side, even pages moved from one margin to the other', () => {
  fc.assert(
    fc.property(formsWithTails, (form) => {
      const one = setForm(onPaper(form, { mirrored: false })).pages;
      const both = setForm(onPaper(form, { mirrored: true })).pages;
      expect(both).toHaveLength(one.length);
      both.forEach((page, i) => {
        const shift = i % 2 === 0 ? 0 : LEFT - RIGHT;
        for (const part of ['texts', 'rules', 'boxes'] as const) {
          expect(page[part].map(({ x, y }) => [x + shift, y])).toEqual(one[i]?.[part].map(({ x, y }) => [x, y]));
        }
      });
    }),
    { seed: 91, numRuns: 60 },
  );
});
