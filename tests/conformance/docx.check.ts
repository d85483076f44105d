import validate from '@ooxml-tools/validate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeDocx } from '../../src/write/flow/docx/index.ts';
import { smallForms } from '../support/arbitrary-papers.ts';
import { everyFormSoon } from '../support/every-form.ts';
import { realFaces, realSetup } from '../support/real-setup.ts';
import { realPress } from '../support/real-world.ts';
import { runs } from '../support/runs.ts';
import { successOf } from '../support/set-form.ts';
import { whole } from '../unit/write/docx-fixture.ts';
import { written } from '../unit/write/docx-reading.ts';

/** What the Open XML SDK finds wrong with a package, each with its place. */
async function faultsOf(docx: Uint8Array): Promise<string[]> {
  const found = await validate(docx, 'docx', 'Office2019');
  return found.map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`);
}

const records = [
  '大朗镇/公共服务办公室-2024',
  '增城区/民政局',
  '番禺区/小谷围街道办事处',
  '渚源县/民政局-2024',
  '福田区/民政局-2024',
];

test('the Open XML SDK finds no fault with the five forms', async () => {
  for (const record of records) {
    const { files } = successOf(await realPress().render(`data/${record}.yaml`, ['docx']));
    expect(await faultsOf(files.get('docx') ?? new Uint8Array(0)), record).toEqual([]);
  }
});

test('nor with random forms', async () => {
  await everyFormSoon(
    async ({ measured, paged }) => {
      expect(await faultsOf(await writeDocx(measured, paged, realFaces))).toEqual([]);
    },
    { seed: 104, numRuns: runs(6), from: smallForms, setup: realSetup },
  );
});

test('it does find a fault: an element out of order', async () => {
  const files = unzipSync(await written(whole));
  const sheet = strFromU8(files['word/styles.xml'] as Uint8Array);
  const wrong = sheet.replace('<w:kinsoku/><w:overflowPunct w:val="0"/>', '<w:overflowPunct w:val="0"/><w:kinsoku/>');
  expect(wrong).not.toBe(sheet);
  expect(await faultsOf(zipSync(files))).toEqual([]);
  const faults = await faultsOf(zipSync({ ...files, 'word/styles.xml': strToU8(wrong) }));
  expect(faults.join()).toContain('kinsoku');
});
