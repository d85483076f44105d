import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { pull } from '../../../src/pull/index.ts';
import { readDocx } from '../../../src/read/index.ts';
import { runs } from '../../support/runs.ts';
import { successOf } from '../../support/set-form.ts';
import { bodyOf, wrapped } from './support/plain-docx.ts';
import { opened, press, records } from './support/pulling.ts';

const file = records.增城 as string;
const text = readFileSync(file, 'utf8');
const before = opened(file, text);
let docx: Uint8Array;
beforeAll(async () => {
  docx = successOf(await press.render(file, ['docx'])).files.get('docx') as Uint8Array;
});

/** What is made of a document: the text of the record, or the codes of what is told. */
function outcomeOf(bytes: Uint8Array): string | readonly string[] {
  const read = readDocx(bytes, 'a.docx');
  if (!read.ok) return read.problems.map(({ code }) => code);
  const pulled = pull(read.value, before, { open: (now) => press.open(file, now), expand: press.expand });
  if (!pulled.ok) return pulled.problems.map(({ code }) => code);
  return pulled.value.problems.length > 0 ? pulled.value.problems.map(({ code }) => code) : pulled.value.text;
}

describe('a damaged DOCX', () => {
  test('with any bit flipped is refused, or says what it said before', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(7), (place, bit) => {
        const bytes = docx.slice();
        const at = place % bytes.length;
        bytes[at] = (bytes[at] as number) ^ (1 << bit);
        const outcome = outcomeOf(bytes);
        if (typeof outcome === 'string') expect(outcome).toBe(text);
        else expect(outcome).toEqual([expect.stringMatching(/^D00[126]$/)]);
      }),
      { numRuns: runs(60), seed: 3 },
    );
  });

  test('cut anywhere is refused', () => {
    fc.assert(
      fc.property(fc.nat(), (place) => {
        expect(outcomeOf(docx.slice(0, place % docx.length))).toEqual([expect.stringMatching(/^D00[12]$/)]);
      }),
      { numRuns: runs(25), seed: 4 },
    );
  });

  test('with random XML inside is told or read, and never breaks anything', () => {
    const tags = ['w:p', 'w:r', 'w:t', 'w:tbl', 'w:tr', 'w:tc', 'w:tcPr', 'w:ins', 'w:del', 'w:sdt', 'w:pPr'];
    const xml = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(
          '部门名称',
          '8.5',
          '<w:br/>',
          '<w:vMerge/>',
          '<w:gridSpan w:val="3"/>',
          '<w:gridBefore w:val="2"/>',
        ),
        fc
          .tuple(fc.constantFrom(...tags), fc.array(tie('node'), { maxLength: 4 }))
          .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(xml, { maxLength: 6 }), (nodes) => {
        expect(outcomeOf(wrapped(nodes.join('')))).not.toBe('');
      }),
      { numRuns: runs(25), seed: 5 },
    );
  });

  test('that unpacks to gigabytes, or has entities, is refused at once', () => {
    const bomb = wrapped('<w:p/>');
    const view = new DataView(bomb.buffer);
    view.setUint32(view.getUint32(bomb.length - 22 + 16, true) + 24, 0x7fffffff, true);
    const start = performance.now();
    expect(outcomeOf(bomb)).toEqual(['D006']);
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>';
    expect(outcomeOf(zipSync({ 'word/document.xml': strToU8(laughs) }))).toEqual(['D002']);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('with a hundred thousand rows is told in a few seconds', () => {
    const rows = '<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>'.repeat(100_000);
    const start = performance.now();
    expect(outcomeOf(wrapped(`<w:tbl>${rows}</w:tbl>`))).toContain('P011');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

test('nothing is changed by the DOCX that the record itself prints, plain or not', () => {
  expect(outcomeOf(docx)).toBe(text);
  expect(outcomeOf(wrapped(bodyOf(before.form)))).toBe(text);
});
