import type { CellBox, Page } from '../../src/layout/index.ts';
import { lineText } from './set-form.ts';

/**
 * A text picture of pages: a line for each row with its height in points, a field for each column. A box shows its
 * lines (parted by `/`) in its first field, `<` to the right and `^` below; `*` marks what is printed again and `×` the
 * empty corner beside a repeated header.
 */
export const picturePages = (pages: readonly Page[]): string =>
  pages.map((page, i) => [`第 ${i + 1} 页`, ...picturePage(page)].join('\n')).join('\n');

function picturePage({ boxes, texts }: Page): string[] {
  const xs = placesOf(boxes.flatMap(({ x, width }) => [x, x + width]));
  const ys = placesOf(boxes.flatMap(({ y, height }) => [y, y + height]));
  const textOf = (box: CellBox): string => {
    if (box.cell === -1) return '×';
    const own = texts.filter(({ owner }) => owner.kind === 'cell' && owner.cell === box.cell);
    return (box.repeat ? '*' : '') + own.map(({ line }) => lineText(line)).join('/');
  };
  return ys.slice(0, -1).map((y, i) => {
    const fields = xs.slice(0, -1).map((x) => {
      const box = boxes.find((one) => covers(one, x, y));
      if (box === undefined) return '?';
      if (box.y < y) return '^';
      return box.x < x ? '<' : textOf(box);
    });
    const height = ((ys[i + 1] ?? 0) - y) / 1000;
    return `${String(height).padStart(5)} | ${fields.join(' | ')}`.trimEnd();
  });
}

const placesOf = (places: readonly number[]): number[] => [...new Set(places)].sort((a, b) => a - b);

const covers = (box: CellBox, x: number, y: number): boolean =>
  box.x <= x && x < box.x + box.width && box.y <= y && y < box.y + box.height;
