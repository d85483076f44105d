import { blemishesOf, type Leaf, type Print, printOf, printOfDocx, printOfPdf } from '../../agree/index.ts';
import { andThen, type Diagnostic, diagnostic, type Outcome, succeed } from '../../base/index.ts';
import type { SetDocument } from '../../pipeline.ts';
import type { DocxContent, PdfContent, PdfPage } from '../../read/index.ts';
import { isPdf } from '../document.ts';
import { differs } from './findings.ts';
import { quoted } from './words.ts';

/** A document that was read, ready to be compared with what it should print. */
export type Printed = {
  readonly print: Print;
  /** Whether the document tells white space and paragraphs. */
  readonly exact: boolean;
  /** What else it prints that it should not. */
  readonly findings: readonly Diagnostic[];
};

/** What a document prints. Fails where it cannot be read; warns of what is not looked at (D036). */
export async function printedIn(bytes: Uint8Array, file: string, set: SetDocument): Promise<Outcome<Printed>> {
  const { readDocx, readPdf } = await import('../../read/index.ts');
  if (!isPdf(bytes, file)) return printedDocx(readDocx(bytes, file), file);
  const read = await readPdf(bytes, file);
  return read.ok ? printedPdf(read.value, file, set) : read;
}

/** What a reader warns of, text boxes and nested tables, none of our documents has. */
const printedDocx = (read: Outcome<DocxContent>, file: string): Outcome<Printed> =>
  andThen(read, (content) => {
    const strange = read.ok
      ? read.warnings.map(({ message }) => differs(file, `${message}：数据排不出这样的东西`))
      : [];
    return succeed({ print: printOfDocx(content), exact: true, findings: strange });
  });

async function printedPdf(content: PdfContent, file: string, { measured }: SetDocument): Promise<Outcome<Printed>> {
  const { tablesOf } = await import('../../read/index.ts');
  const paper = measured.sections[0]?.paper;
  const leaves = await leavesOf(content.pages, (paper?.bottom ?? 0) / 1000);
  const grid = measured.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'grid');
  const style = {
    isNumbered: paper?.folio === 'gbt9704',
    continued: grid?.kind === 'grid' ? grid.table.continued : '',
  };
  const expected = printOf(measured);
  const findings = blemishesOf(leaves, expected, style).map((blemish) =>
    differs(
      file,
      blemish.kind === 'box'
        ? `第 ${blemish.page} 页的一格里印着${quoted(blemish.text)}，数据排出来没有这样的格子`
        : `第 ${blemish.page} 页的页脚印的是${quoted(blemish.text)}，应当是${quoted(blemish.expected)}`,
    ),
  );
  const outside = leaves.flatMap((leaf) => leaf.outside).join('\n');
  const read = tablesOf(content, file);
  // Without a table the document differs, as is told then.
  const { tables, way } = read.ok ? read.value : { tables: [], way: 'rules' };
  const warnings = [...(read.ok ? read.warnings : []), ...unseen(content, file)];
  return succeed({ print: printOfPdf(tables, outside, expected), exact: way === 'tags', findings }, warnings);
}

/** What stands on pages; `bottom` is the height of the foot, in points. */
async function leavesOf(pages: readonly PdfPage[], bottom: number): Promise<readonly Leaf[]> {
  const { linesOf, lineText, partsOf } = await import('../../read/index.ts');
  return pages.map((page): Leaf => {
    const { boxes, loose } = partsOf(page);
    const lines = linesOf(loose).map((line) => ({ y: line.y, text: lineText(line) }));
    const isFoot = ({ y }: { readonly y: number }): boolean => y > page.height - bottom;
    return {
      boxes: boxes.map(({ text }) => text),
      outside: lines.filter((line) => !isFoot(line)).map(({ text }) => text),
      foot: lines
        .filter(isFoot)
        .map(({ text }) => text)
        .join(''),
    };
  });
}

/** D036 for what lies on pages and cannot be read. */
function unseen({ pages }: PdfContent, file: string): readonly Diagnostic[] {
  const numbersOf = (has: (page: PdfPage) => boolean): string =>
    pages.flatMap((page, i) => (has(page) ? [i + 1] : [])).join('、');
  const warn = (numbers: string, what: string): readonly Diagnostic[] =>
    numbers === ''
      ? []
      : [
          diagnostic({
            code: 'D036',
            severity: 'warning',
            at: { file, start: 0, end: 0 },
            message: `第 ${numbers} 页上${what}，没有核对`,
            advice: '用 PDF 阅读器看清楚，它们没有盖住、换掉格子里的字。',
          }),
        ];
  return [
    ...warn(
      numbersOf(({ annotated }) => annotated === true),
      '有批注、印章或表单',
    ),
    ...warn(
      numbersOf(({ others }) => others === true),
      '有图片、色块、有颜色的字，或者看不见的字',
    ),
  ];
}
