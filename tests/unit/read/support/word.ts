import { strToU8, zipSync } from 'fflate';
import type { Diagnostic, Outcome } from '../../../../src/base/index.ts';
import { type DocxContent, printTable, readDocx } from '../../../../src/read/index.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A package with just the main part, whose body is `body`. */
export const packageOf = (body: string, name = 'word/document.xml'): Uint8Array =>
  zipSync({ [name]: strToU8(`<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`) });

const W = NAMESPACES.split(' ')[0];
const relationsTo = (target: string, type: string): Uint8Array =>
  strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" ' +
      `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`,
  );

/** A package whose main part has styles. */
export const styledPackage = (styles: string, body: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': relationsTo('looks/styles.xml', 'styles'),
    'word/looks/styles.xml': strToU8(`<w:styles ${W}>${styles}</w:styles>`),
  });

export const readBody = (body: string): Outcome<DocxContent> => readDocx(packageOf(body), 'a.docx');

export function succeeded<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map((one) => `${one.code} ${one.message}`).join('\n'));
  return outcome.value;
}

export const codesOf = (outcome: Outcome<unknown>): string[] =>
  (outcome.ok ? outcome.warnings : outcome.problems).map((one: Diagnostic) => one.code);

/** Paragraphs as they are, tables as the lines of {@link printTable}. */
export const printBlocks = (content: DocxContent): string[] =>
  content.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : printTable(block)));

export const p = (...runs: readonly string[]): string => `<w:p>${runs.map(r).join('')}</w:p>`;
export const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const tc = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (columns: number, ...rows: readonly string[]): string =>
  `<w:tbl><w:tblGrid>${'<w:gridCol w:w="100"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
