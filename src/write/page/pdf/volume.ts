import { flatMap, type Length, type Meta, type PdfKind } from '../../../base/index.ts';
import type { Page } from '../../../layout/index.ts';
import type { TagTree } from '../../../tags/index.ts';
import { assemble } from './assemble.ts';
import { DocumentCodes } from './codes.ts';
import type { Bookmark } from './container.ts';
import { drawPage, type PageDrawing } from './content.ts';
import { points } from './numbers.ts';
import type { TaggedPart } from './structure.ts';

/** A sheet of a volume: drawings on top of each other, each moved to the right; none on a blank sheet. */
export type BoundSheet = {
  readonly size: readonly [Length, Length];
  readonly layers: readonly { readonly drawing: PageDrawing; readonly shift: Length }[];
};

/** A PDF made of many documents, with one subset of each face for all of them. */
export type Volume = {
  /** Draws a page of the document whose parts `tree` names; the page may be forgotten then. */
  readonly draw: (page: Page, tree: TagTree) => PageDrawing;
  /** The file, of pages drawn before, with all fonts compressed. The same sheets give the same bytes. */
  readonly write: (meta: Meta, sheets: readonly BoundSheet[], bookmarks: readonly Bookmark[]) => Uint8Array;
};

export function openVolume(kind: PdfKind): Volume {
  const codes = new DocumentCodes();
  const parts = new Map<TagTree, TaggedPart>();
  const partOfDrawing = new Map<PageDrawing, TaggedPart>();
  let count = 0;
  const partOf = (tree: TagTree): TaggedPart => {
    const known = parts.get(tree);
    if (known !== undefined) return known;
    const part = { tree, first: count };
    parts.set(tree, part);
    count += tree.tags.length;
    return part;
  };
  return {
    draw: (page, tree) => {
      const drawn = drawPage(page, codes, kind === 'plain' ? null : tree);
      if (drawn.marks === null || tree.tags.length === 0) return drawn;
      const part = partOf(tree);
      const drawing = { ...drawn, marks: drawn.marks.map((element) => part.first + element) };
      partOfDrawing.set(drawing, part);
      return drawing;
    },
    write: (meta, sheets, bookmarks) => {
      // In the order of the sheets: what stands in front was drawn last.
      const inOrder = flatMap(sheets, ({ layers }) =>
        flatMap(layers, ({ drawing }) => partOfDrawing.get(drawing) ?? []),
      );
      const tagged = kind === 'plain' ? null : { kind, parts: [...new Set(inOrder)] };
      return assemble(meta, codes, { drawings: drawingsOf(sheets), bookmarks, tagged, enclosure: null, small: true });
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
  fonts: new Set(flatMap(layers, ({ drawing }) => [...drawing.fonts])),
  marks: marksOf(layers.map(({ drawing }) => drawing.marks)),
});

/** Only one layer of a sheet holds text that belongs to the document; a blank sheet holds none. */
function marksOf(layers: readonly PageDrawing['marks'][]): PageDrawing['marks'] {
  const marked = layers.filter((marks) => marks !== null && marks.length > 0);
  if (marked.length > 1) throw new Error('two layers of a sheet number their stretches alike');
  return marked[0] ?? null;
}

const moved = (operators: string, shift: Length): string =>
  shift === 0 ? operators : `q 1 0 0 1 ${points(shift)} 0 cm\n${operators}Q\n`;
