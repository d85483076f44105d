import { addTo } from '../../../base/index.ts';
import type { Spoken } from './text.ts';
import type { PdfElement, PdfMark } from './types.ts';

/**
 * A cell as it stands on the first of its pages, where it says the same on all of them: some programs mark a header that
 * they print again as more of the same cell.
 */
export function printedOnce(cell: PdfElement, text: Spoken): PdfElement {
  const pages = new Map<number, string[]>();
  for (const mark of marksIn(cell)) addTo(pages, mark.page, text(mark));
  const [first, ...others] = [...pages].map(([, texts]) => texts.join(''));
  const [page] = pages.keys();
  return page === undefined || others.length === 0 || others.some((other) => other !== first)
    ? cell
    : onPage(cell, page);
}

const marksIn = ({ kids }: PdfElement): PdfMark[] =>
  kids.flatMap((kid) => (kid.kind === 'mark' ? [kid] : marksIn(kid)));

/** An element with its marks of one page, and without the elements that stand on others alone. */
const onPage = (element: PdfElement, page: number): PdfElement => ({
  ...element,
  kids: element.kids.flatMap((kid): readonly (PdfElement | PdfMark)[] => {
    if (kid.kind === 'mark') return kid.page === page ? [kid] : [];
    const marks = marksIn(kid);
    return marks.length === 0 || marks.some((mark) => mark.page === page) ? [onPage(kid, page)] : [];
  }),
});
