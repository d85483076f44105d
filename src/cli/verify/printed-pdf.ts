import { blemishesOf, type Leaf, leafOf, printOf, printOfPdf, sameLeaves } from '../../agree/index.ts';
import { type Diagnostic, diagnostic, type Outcome, succeed } from '../../base/index.ts';
import type { SetDocument } from '../../pipeline.ts';
import type { PdfContent, PdfPage } from '../../read/index.ts';
import { wholeFile } from '../disk/file-fault.ts';
import { differs } from './findings.ts';
import type { Printed, Reading } from './types.ts';
import { quoted } from './words.ts';

/**
 * What a PDF prints: by its tags, as machines read it, and by its ink, as people do, for tags may say what is not there.
 * Where every box of every page shows what it would show if the PDF were made now, the ink is proved with that; else,
 * such as after another release has set it, the table is rebuilt from the rules.
 */
export async function printedPdf(
  content: PdfContent,
  file: string,
  { measured, paged }: SetDocument,
): Promise<Outcome<Printed>> {
  const { tablesOf } = await import('../../read/index.ts');
  const paper = measured.sections.at(-1)?.paper;
  const leaves = await leavesOf(content.pages, (paper?.bottom ?? 0) / 1000);
  const isAsMade = sameLeaves(paged.pages.map(leafOf), leaves);
  const expected = printOf(measured);
  const outside = leaves.flatMap((leaf) => leaf.outside).join('\n');
  const warnings: Diagnostic[] = [];
  const reading = (told: PdfContent): Reading => {
    const read = tablesOf(told, file);
    if (read.ok) warnings.push(...read.warnings);
    // Without a table the document differs, as is told then.
    const { tables, way } = read.ok ? read.value : { tables: [], way: 'rules' };
    return { print: printOfPdf(tables, outside, expected), exact: way === 'tags' };
  };
  const first = reading(content);
  const readings: Printed['readings'] =
    isAsMade || !first.exact ? [first] : [first, reading({ ...content, tags: { kind: 'none' } })];
  const grid = measured.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'grid');
  const isNumbered = paper?.folio === 'gbt9704';
  const style = { isNumbered, covers: paged.covers, continued: grid?.table.continued ?? '' };
  const findings = blemishesOf(leaves, expected, style).map((blemish) =>
    differs(
      file,
      blemish.kind === 'box'
        ? `第 ${blemish.page} 页的一格里印着${quoted(blemish.text)}，数据排出来没有这样的格子`
        : `第 ${blemish.page} 页的页脚印的是${quoted(blemish.text)}，应当是${quoted(blemish.expected)}`,
    ),
  );
  if (!isAsMade)
    warnings.push(unseen(file, '各页和现在排出来的不完全一样（分页、跨页重印的栏目），只核对了每一格的内容'));
  return succeed({ readings, findings }, [...warnings, ...unseenOn(content, file)]);
}

/** What stands on pages; `bottom` is the height of the foot, in points. */
async function leavesOf(pages: readonly PdfPage[], bottom: number): Promise<readonly Leaf[]> {
  const { linesOf, lineText, partsOf } = await import('../../read/index.ts');
  return pages.map((page): Leaf => {
    const { boxes, loose } = partsOf(page);
    const lines = linesOf(loose).map((line) => ({ y: line.y, text: lineText(line) }));
    const isFoot = ({ y }: { readonly y: number }): boolean => y > page.height - bottom;
    const above = lines.filter((line) => !isFoot(line));
    const below = lines.filter(isFoot);
    return {
      boxes: boxes.map(({ text }) => text),
      outside: above.map(({ text }) => text),
      foot: below.map(({ text }) => text).join(''),
    };
  });
}

/** D036 for what lies on pages and cannot be read. */
function unseenOn({ pages }: PdfContent, file: string): readonly Diagnostic[] {
  const numbersOf = (has: (page: PdfPage) => boolean): string =>
    pages.flatMap((page, i) => (has(page) ? [i + 1] : [])).join('、');
  const annotated = numbersOf((page) => page.annotated === true);
  const others = numbersOf((page) => page.others === true);
  return [
    ...(annotated === '' ? [] : [unseen(file, `第 ${annotated} 页上有批注、印章或表单，没有核对`)]),
    ...(others === '' ? [] : [unseen(file, `第 ${others} 页上有图片、色块、有颜色的字，或者看不见的字，没有核对`)]),
  ];
}

const unseen = (file: string, message: string): Diagnostic =>
  diagnostic({
    code: 'D036',
    severity: 'warning',
    at: wholeFile(file),
    message,
    advice: '用 PDF 阅读器看一遍：没有东西盖住、换掉格子里的字，每页的栏目也对。',
  });
