import fc from 'fast-check';
import { buildGrids } from '../../src/grid/index.ts';
import { layoutDocument, type PagedDocument } from '../../src/layout/index.ts';
import { type MeasuredDocument, measureDocument } from '../../src/measure/index.ts';
import type { CheckedRecord } from '../../src/record/index.ts';
import { realPress } from '../support/real-world.ts';
import { successOf } from '../support/set-form.ts';
import { type RealisticForm, realisticForms, uprightForms } from './realistic-forms.ts';

/** A document after all decisions, with a name that is a file name. */
export type NamedDocument = {
  readonly name: string;
  readonly measured: MeasuredDocument;
  readonly paged: PagedDocument;
  /** Left out of random forms: nobody wrote a record for them. */
  readonly record?: CheckedRecord;
};

const records = [
  ['大朗', '大朗镇/公共服务办公室-2024'],
  ['增城', '增城区/民政局'],
  ['小谷围', '番禺区/小谷围街道办事处'],
  ['渚源', '渚源县/民政局-2024'],
  ['福田', '福田区/民政局-2024'],
  ['项目支出', '云澜区/城乡供水管网改造-2025'],
] as const;

/** The forms of data/. */
export async function realDocuments(): Promise<NamedDocument[]> {
  const press = realPress();
  const documents: NamedDocument[] = [];
  for (const [name, record] of records)
    documents.push({ name, ...successOf(await press.check(`data/${record}.yaml`)) });
  return documents;
}

/** So many random forms of at most six pages, the same for the same seed. */
export const randomDocuments = (count: number, seed: number): NamedDocument[] =>
  documentsOf(realisticForms, { name: '随机', count, seed });

/** The same with upright labels. */
export const uprightDocuments = (count: number, seed: number): NamedDocument[] =>
  documentsOf(uprightForms, { name: '直排', count, seed });

function documentsOf(
  forms: fc.Arbitrary<RealisticForm>,
  { name, count, seed }: { readonly name: string; readonly count: number; readonly seed: number },
): NamedDocument[] {
  const documents: NamedDocument[] = [];
  for (const { form, setup } of fc.sample(forms, { numRuns: 2 * count, seed })) {
    if (documents.length === count) break;
    const measured = successOf(measureDocument(successOf(buildGrids(form)), setup));
    const paged = successOf(layoutDocument(measured, setup.fonts));
    if (paged.pages.length > 6) continue;
    documents.push({ name: `${name}${String(documents.length + 1).padStart(3, '0')}`, measured, paged });
  }
  return documents;
}
