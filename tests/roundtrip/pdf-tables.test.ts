import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { succeed } from '../../src/base/index.ts';
import type { Press } from '../../src/press.ts';
import { printTable } from '../../src/read/index.ts';
import { tagDocument } from '../../src/tags/index.ts';
import { writePdf } from '../../src/write/page/pdf/index.ts';
import { realisticForms } from '../parity/realistic-forms.ts';
import { smallForms } from '../support/arbitrary-papers.ts';
import { everyFormSoon } from '../support/every-form.ts';
import { pdfOf } from '../support/expect-pdf.ts';
import { expectRuled, expectTagged, tablesIn, withoutTags } from '../support/expect-table.ts';
import { paperOf } from '../support/fake-fonts.ts';
import { realSetup } from '../support/real-setup.ts';
import { realPress } from '../support/real-world.ts';
import { runs } from '../support/runs.ts';
import { hasTwins } from '../support/seen-grid.ts';
import { type SetForm, setForm, successOf, withTable } from '../support/set-form.ts';
import { band, cell, formOf, header, label, row, table } from '../support/specs.ts';
import { expectedRows, fiveForms } from './five-forms.ts';

let press: Press;

beforeAll(() => {
  press = realPress();
});

const sixth = 'data/云澜区/城乡供水管网改造-2025.yaml';
const sixthRows = () => readFileSync('tests/cases/项目支出.tsv', 'utf8').trimEnd().split('\n');
const forms = [
  ...fiveForms.map((form) => ({ name: form.name, record: form.record, rows: () => expectedRows(form) })),
  { name: '项目支出', record: sixth, rows: sixthRows },
];

const taggedPdf = async ({ measured, paged }: Pick<SetForm, 'measured' | 'paged'>) =>
  pdfOf(await writePdf(paged, { tagged: { kind: 'a3a', tree: tagDocument(measured) }, enclosure: null }));

describe.each(forms)('the PDF of $name', ({ record, rows }) => {
  let rendered: ReturnType<Press['render']> | null = null;
  const made = async () => {
    rendered ??= press.render(record, ['pdf']);
    return successOf(await rendered);
  };

  test('gives its table back from its tags, row for row', async () => {
    const { files, set } = await made();
    const content = await pdfOf(files.get('pdf') ?? new Uint8Array());
    expectTagged(content, withTable(set.measured, succeed(set.paged)));
    expect(tablesIn(content).tables.flatMap(printTable)).toEqual(rows());
  });

  test('gives its table back without tags from rules and glyphs, row for row and paragraph for paragraph', async () => {
    const { measured, paged } = (await made()).set;
    const content = await pdfOf(await writePdf(paged));
    expect(content.tags).toEqual({ kind: 'none' });
    const { way, tables } = tablesIn(content);
    expect(way).toBe('rules');
    expectRuled(content, withTable(measured, succeed(paged)));
    expect(tables.flatMap(printTable)).toEqual(rows());
  });
});

test('tags give back every cell and every paragraph of a random form over many pages', async () => {
  let pages = 0;
  await everyFormSoon(
    async (set) => {
      expectTagged(await taggedPdf(set), set);
      pages += set.pages.length;
    },
    { seed: 601, numRuns: runs(20), from: smallForms, setup: realSetup },
  );
  expect(pages).toBeGreaterThan(60);
});

test('rows whose number and name are printed again come back from rules and glyphs', async () => {
  const text = '加固护坡、疏浚河道、增设监测设施，并按季度向主管部门报送进度。'.repeat(6);
  const items = Array.from({ length: 9 }, (_, i) =>
    row(cell(String(i + 1)), cell(`${'甲乙丙丁戊己庚辛壬'[i]}项目`), cell(text), cell(String(100 * i + 25))),
  );
  const heads = header(...['序号', '项目', '内容', '资金'].map((word) => label(word)));
  const set = setForm(formOf(paperOf(400, 500), table(band([10, 20, 50, 20], heads, ...items))), realSetup);
  expect(set.pages.length).toBeGreaterThan(3);
  expectRuled(withoutTags(await taggedPdf(set)), set);
});

describe('forms as offices fill them in, over one to some six pages', () => {
  const sets = (): SetForm[] =>
    fc.sample(realisticForms, { numRuns: runs(20), seed: 602 }).map(({ form, setup }) => setForm(form, setup));

  test('come back from tags, and without tags wherever no label stands right below an equal one', async () => {
    let told = 0;
    for (const set of sets()) {
      const content = await taggedPdf(set);
      expectTagged(content, set);
      if (hasTwins(set)) continue;
      expectRuled(withoutTags(content), set);
      told += 1;
    }
    expect(told).toBeGreaterThan(7);
  });
});
