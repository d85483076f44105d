import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Diagnostic, Outcome } from '../../../src/base/index.ts';
import { enclosedIn, enclosedText } from '../../../src/cli/enclosed.ts';
import { prove } from '../../../src/cli/verify/prove.ts';
import { printTable, readDocx, readPdf, tablesOf, textOf } from '../../../src/read/index.ts';
import { fiveForms } from '../../roundtrip/five-forms.ts';
import { anyDamage, damaged } from '../../support/damage.ts';
import { realPress } from '../../support/real-world.ts';
import { runs } from '../../support/runs.ts';
import { successOf } from '../../support/set-form.ts';

/** How many damaged files of each kind; by hand some thousands. */
const RUNS = runs(8);
const SEED = 7;
/** No damaged file of this size may take longer, in milliseconds. */
const LONGEST = 20_000;

const press = realPress();
const documents = { pdf: [] as Uint8Array[], docx: [] as Uint8Array[] };

beforeAll(async () => {
  for (const { record } of fiveForms) {
    const { files } = successOf(await press.render(record, ['pdf', 'docx']));
    documents.pdf.push(files.get('pdf') as Uint8Array);
    documents.docx.push(files.get('docx') as Uint8Array);
  }
});

const isChinese = ({ message, advice }: Diagnostic): boolean =>
  /\p{sc=Han}/u.test(message) && /\p{sc=Han}/u.test(advice);

/** Whatever is said of a damaged file is said in Chinese. */
function expectSaid(outcome: Outcome<unknown>): void {
  const said = outcome.ok ? outcome.warnings : outcome.problems;
  expect(said.filter((one) => !isChinese(one))).toEqual([]);
}

/** All that is done with a document, as `read` and `verify` do it. */
async function readAll(bytes: Uint8Array, file: string): Promise<Uint8Array | null> {
  const content = file.endsWith('.pdf') ? await readPdf(bytes, file) : readDocx(bytes, file);
  expectSaid(content);
  if (content.ok) {
    textOf(content.value);
    if (content.value.kind === 'pdf') expectSaid(tablesOf(content.value, file));
    else for (const block of content.value.blocks) if (block.kind === 'table') printTable(block);
  }
  const text = await enclosedText(bytes, file);
  expectSaid(text);
  const opened = await enclosedIn(bytes, file);
  expectSaid(opened);
  if (!opened.ok) return null;
  const yaml = new TextDecoder().decode(opened.value.source);
  const proof = await prove({ file, bytes, opened: opened.value, inside: 'a.yaml', text: yaml }, press);
  expectSaid(proof);
  if (proof.ok) expect(proof.value.findings.filter((one) => !isChinese(one))).toEqual([]);
  return text.ok ? new TextEncoder().encode(text.value) : null;
}

test.each(['pdf', 'docx'] as const)(
  'a damaged %s is read, or refused in Chinese, and never breaks the program; its YAML is whole or refused',
  { timeout: RUNS * LONGEST },
  async (kind) => {
    const sources = await Promise.all(documents[kind].map((bytes) => readAll(bytes, `a.${kind}`)));
    expect(sources.every((source) => source !== null)).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: fiveForms.length - 1 }), anyDamage, async (form, damage) => {
        const start = performance.now();
        const source = await readAll(damaged(documents[kind][form] as Uint8Array, damage), `a.${kind}`);
        expect(performance.now() - start).toBeLessThan(LONGEST);
        if (source !== null) expect(Buffer.compare(source, sources[form] as Uint8Array)).toBe(0);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
);
