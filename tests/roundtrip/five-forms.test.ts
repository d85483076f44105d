import { beforeAll, describe, expect, test } from 'vitest';
import { succeed } from '../../src/base/index.ts';
import type { SetDocument } from '../../src/pipeline.ts';
import type { Press } from '../../src/press.ts';
import { printTable } from '../../src/read/index.ts';
import { docxOf, expectSameCells, tableOf } from '../support/expect-docx.ts';
import { expectSamePages, pdfOf } from '../support/expect-pdf.ts';
import { realPress } from '../support/real-world.ts';
import { successOf, withTable } from '../support/set-form.ts';
import { expectedRows, fiveForms } from './five-forms.ts';

let press: Press;
let other: Press;

beforeAll(() => {
  press = realPress();
  other = realPress();
});

const tableIn = ({ measured, paged }: SetDocument) => withTable(measured, succeed(paged));

describe.each(fiveForms)('$name', (form) => {
  const { record, title, subtitle, author } = form;
  let rendered: ReturnType<typeof renderIn> | null = null;
  const made = () => {
    rendered ??= renderIn(press, record);
    return rendered;
  };

  test('the DOCX reads back as the table known from the printed form, row for row', async () => {
    const { files, set } = await made();
    const content = docxOf(files.get('docx') ?? new Uint8Array());
    expect(printTable(tableOf(content))).toEqual(expectedRows(form));
    const above = content.blocks.slice(0, content.blocks.indexOf(tableOf(content)));
    const texts = above.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(texts).toEqual(subtitle === null ? [title] : [title, subtitle]);
    expectSameCells(tableOf(content), tableIn(set));
  });

  test('the PDF reads back with every box, text and property that was laid out', async () => {
    const { files, pages, set } = await made();
    const content = await pdfOf(files.get('pdf') ?? new Uint8Array());
    expect(content.info).toEqual({ title, author, language: 'zh-CN' });
    expect(content.fonts.every(({ embedded }) => embedded)).toBe(true);
    expect(content.pages).toHaveLength(pages);
    const printed = content.pages[0]?.glyphs.map(({ text }) => text).join('') ?? '';
    expect(printed.startsWith(title + (subtitle ?? ''))).toBe(true);
    expectSamePages(content, tableIn(set));
  });

  test('the same record gives the same bytes again, and from another press', async () => {
    const first = bytesOf(await made());
    const [again, afar] = await Promise.all([press, other].map(async (one) => bytesOf(await renderIn(one, record))));
    expect(first.length).toBeGreaterThan(10_000);
    expect(again?.equals(first)).toBe(true);
    expect(afar?.equals(first)).toBe(true);
  });
});

const renderIn = async (one: Press, record: string) => successOf(await one.render(record, ['pdf', 'docx']));

/** A PDF and a DOCX of a record, one behind the other. */
const bytesOf = ({ files }: Awaited<ReturnType<typeof renderIn>>): Buffer => Buffer.concat([...files.values()]);
