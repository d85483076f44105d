import type { Length, Meta } from '../../../base/index.ts';
import type { Page } from '../../../layout/index.ts';
import { assemble } from './assemble.ts';
import { DocumentCodes } from './codes.ts';
import type { Bookmark } from './container.ts';
import { drawPage, type PageDrawing } from './content.ts';
import { points } from './numbers.ts';

/** A sheet of a volume: drawings on top of each other, each moved to the right; none on a blank sheet. */
export type BoundSheet = {
  readonly size: readonly [Length, Length];
  readonly layers: readonly { readonly drawing: PageDrawing; readonly shift: Length }[];
};

/** A PDF made of many documents, with one subset of each face for all of them. */
export type Volume = {
  /** Draws a page, which may be forgotten then. */
  readonly draw: (page: Page) => PageDrawing;
  /** The file, of pages drawn before. The same sheets give the same bytes. */
  readonly write: (meta: Meta, sheets: readonly BoundSheet[], bookmarks: readonly Bookmark[]) => Uint8Array;
};

export function openVolume(): Volume {
  const codes = new DocumentCodes();
  return {
    draw: (page) => drawPage(page, codes),
    write: (meta, sheets, bookmarks) => {
      const content = sheets.flatMap(({ layers }) =>
        layers.flatMap((layer) => [`${layer.shift}`, layer.drawing.operators]),
      );
      const told = [JSON.stringify(bookmarks), ...content];
      return assemble(meta, codes, { drawings: drawingsOf(sheets), bookmarks, told, enclosure: null });
    },
  };
}

function* drawingsOf(sheets: readonly BoundSheet[]): Generator<PageDrawing> {
  for (const sheet of sheets) yield joined(sheet);
}

/** One drawing of all layers; the joined text is made when its page is written, and not kept. */
const joined = ({ size, layers }: BoundSheet): PageDrawing => ({
  size,
  operators: layers.map(({ drawing, shift }) => moved(drawing.operators, shift)).join(''),
  fonts: new Set(layers.flatMap(({ drawing }) => [...drawing.fonts])),
});

const moved = (operators: string, shift: Length): string =>
  shift === 0 ? operators : `q 1 0 0 1 ${points(shift)} 0 cm\n${operators}Q\n`;
