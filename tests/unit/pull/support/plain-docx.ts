import { strToU8, zipSync } from 'fflate';
import type { ColumnWish, FormDocument, Paragraph } from '../../../../src/form/index.ts';
import type { Grid } from '../../../../src/grid/index.ts';
import { gridsOf } from '../../../../src/pull/printed/grids.ts';
import { successOf } from '../../../support/set-form.ts';

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** How the text of a paragraph is set in runs; the plainest is {@link plainRuns}. */
export type Runs = (text: string) => string;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
export const plainRuns: Runs = (text) => (text === '' ? '' : run(text));

/** A DOCX with a body and nothing else. */
export const wrapped = (body: string): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(`<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`) });

/** The body of a DOCX that says what a filled-in form says, in the plainest way. */
export function bodyOf(form: FormDocument<ColumnWish>, runs: Runs = plainRuns): string {
  const textOf = ({ runs: all }: Paragraph): string => all.map(({ text }) => text).join('');
  const paragraph = (one: Paragraph): string => `<w:p>${runs(textOf(one))}</w:p>`;
  const paragraphs = (all: readonly Paragraph[]): string => all.map(paragraph).join('') || '<w:p/>';
  return successOf(gridsOf(form))
    .sections.flatMap(({ blocks }) => blocks)
    .map((block) => {
      if (block.kind === 'grid') return tableOf(block, paragraphs);
      if (block.kind === 'heading') return paragraphs(block.paragraphs);
      if (block.cells.some((cell) => cell.paragraphs.length > 1))
        return `<w:p/><w:tbl><w:tr>${block.cells.map((cell) => `<w:tc>${paragraphs(cell.paragraphs)}</w:tc>`).join('')}</w:tr></w:tbl><w:p/>`;
      const pieces = block.cells.map((cell) => runs(cell.paragraphs.map(textOf).join('')));
      return `<w:p>${pieces.join('<w:r><w:tab/></w:r>')}</w:p>`;
    })
    .join('');
}

function tableOf({ cells, slots, edges }: Grid, paragraphs: (all: readonly Paragraph[]) => string): string {
  const rows = slots.map((owners, y) => {
    const own = [...new Set(owners)].map((id) => {
      const cell = cells[id];
      if (cell === undefined) return '';
      const span = cell.width > 1 ? `<w:gridSpan w:val="${cell.width}"/>` : '';
      const merge = cell.height === 1 ? '' : `<w:vMerge${cell.y === y ? ' w:val="restart"' : ''}/>`;
      return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${cell.y === y ? paragraphs(cell.paragraphs) : '<w:p/>'}</w:tc>`;
    });
    return `<w:tr>${own.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblGrid>${'<w:gridCol/>'.repeat(edges.length - 1)}</w:tblGrid>${rows.join('')}</w:tbl>`;
}
