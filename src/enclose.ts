import { hash } from 'node:crypto';
import { canonicalText, type Facts, factsText, type Print, parseFacts, printOf } from './agree/index.ts';
import type { Enclosure } from './base/index.ts';
import type { MeasuredDocument } from './measure/index.ts';
import type { CheckedRecord } from './record/index.ts';

/** The file that a text was read from, byte for byte. */
const bytesOf = (text: string, isMarked: boolean): Uint8Array =>
  new TextEncoder().encode(isMarked ? `\uFEFF${text}` : text);

/** What neither the record nor what is printed tells. */
type Asked = Pick<Facts, 'fit'> & {
  /** Whether the record's file begins with a byte order mark. */
  readonly isMarked: boolean;
};

/** What a document carries of its record, and was asked for besides: its number of pages. */
export function encloseRecord(
  { file, text, blueprint }: CheckedRecord,
  measured: MeasuredDocument,
  { isMarked, fit }: Asked,
): Enclosure {
  const { id: form, edition } = blueprint;
  const source = bytesOf(text, isMarked);
  // Neither XML nor PDF has place for a control character.
  const name = file.replace(/^.*[/\\]/su, '').replace(/\p{C}/gu, '_');
  const facts = factsText({
    form,
    edition,
    source: { name, sha256: hash('sha256', source) },
    print: { sha256: digestOfPrint(printOf(measured)) },
    fit,
  });
  return { name, source, facts };
}

/** The digest of what is printed: SHA-256, in hexadecimal. */
export const digestOfPrint = (print: Print): string => hash('sha256', canonicalText(print));

/** What a document that was read carries. */
export type Opened = {
  readonly facts: Facts;
  readonly source: Uint8Array;
  /** Whether the source is the one that the facts tell of. */
  readonly isIntact: boolean;
};

/** Looks into what a document carries; null where its facts cannot be understood. */
export function openEnclosure({ source, facts: text }: Pick<Enclosure, 'source' | 'facts'>): Opened | null {
  const facts = parseFacts(text);
  return facts === null ? null : { facts, source, isIntact: hash('sha256', source) === facts.source.sha256 };
}
