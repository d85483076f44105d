import { packedObjects, updated } from '../support/packed-objects.ts';
import type { NamedPdf } from './types.ts';

/** A fault put into a good PDF, for veraPDF to find: a validator that says yes to everything would pass unnoticed. */
type Fault = { readonly name: string; readonly find: RegExp; readonly put: string };

/** Each keeps the file's length, so that the cross-reference table stays right; in packed objects that does not matter. */
const faults: readonly Fault[] = [
  { name: 'not marked', find: /\/Marked true/, put: '/Marked null' },
  { name: 'no structure tree', find: /\/StructTreeRoot(?= \d)/, put: '/StructTreeR00t' },
  { name: 'no language', find: /\/Lang(?= ?[(<])/, put: '/L4ng' },
  { name: 'title not shown', find: /\/DisplayDocTitle true/, put: '/DisplayDocTitle null' },
  { name: 'no output intent', find: /\/OutputIntents/, put: '/OutputInt3nts' },
  { name: 'metadata of no part', find: /pdfaid:part(?==["']|>)/g, put: 'pdfaid:p4rt' },
  { name: 'a font not embedded', find: /\/FontFile(?=[23])/, put: '/F0ntFile' },
  { name: 'no map to Unicode', find: /\/ToUnicode/, put: '/T0Unicode' },
];

/** A PDF with one fault; null where there is no place for it. */
export type SeededPdf = { readonly fault: string; readonly pdf: NamedPdf | null };

/** One copy of a PDF for each fault. */
export function seed({ name, bytes }: NamedPdf): SeededPdf[] {
  const text = Buffer.from(bytes).toString('latin1');
  return faults.map(({ name: fault, find, put }) => {
    const changed = seeded(text, find, put);
    const pdf = changed === text ? null : { name: `${name}, ${fault}`, bytes: Buffer.from(changed, 'latin1') };
    return { fault, pdf };
  });
}

function seeded(text: string, find: RegExp, put: string): string {
  const changed = text.replace(find, put);
  if (changed !== text) return changed;
  const packed = packedObjects(text).find((object) => object.text.search(find) >= 0);
  return packed === undefined ? text : updated(text, { ...packed, text: packed.text.replace(find, put) });
}
