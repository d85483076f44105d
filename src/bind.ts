import { type Length, type Meta, type Paper, type PdfKind, ZERO } from './base/index.ts';
import { bodyOf, folioPage, type Numbering, type PagedDocument, shiftTo } from './layout/index.ts';
import type { MeasuredDocument } from './measure/index.ts';
import { type TagTree, tagDocument } from './tags/index.ts';
import type { FontSet } from './text/index.ts';
import type { Bookmark, PageDrawing } from './write/page/pdf/index.ts';

/** A page that is drawn and waits for its number in the volume. */
export type Leaf = {
  readonly drawing: PageDrawing;
  readonly numbering: Numbering;
  /** Its place in its own document, from 1. */
  readonly own: number;
};

/** Binds documents in one PDF: each is drawn as it comes and may be forgotten then, and its pages are numbered last. */
export type Binder = {
  readonly draw: (document: { readonly measured: MeasuredDocument; readonly paged: PagedDocument }) => readonly Leaf[];
  /** The volume: pages numbered from 1 in the order given, where null is a blank one that is counted. */
  readonly write: (meta: Meta, leaves: readonly (Leaf | null)[], bookmarks: readonly Bookmark[]) => Uint8Array;
};

/** A page that holds nothing but its number has no parts. */
const NO_PARTS: TagTree = { tags: [], tagOf: () => null };

export async function openBinder(fonts: FontSet, kind: PdfKind): Promise<Binder> {
  const { openVolume } = await import('./write/page/pdf/index.ts');
  const volume = openVolume(kind);
  return {
    draw: ({ measured: { sections, styles }, paged }) => {
      const [first] = sections;
      const paper = sections.at(-1)?.paper;
      const isOther = ({ width, height }: Paper): boolean => width !== paper?.width || height !== paper.height;
      if (first === undefined || paper === undefined || sections.some((one) => isOther(one.paper)))
        throw new Error('a form that is bound has one kind of paper');
      const numberingOf = (page: number): Numbering => ({
        paper: page < paged.covers ? first.paper : paper,
        folio: styles.folio,
      });
      const tree = tagDocument({ sections });
      return paged.pages.map((page, i) => ({
        drawing: volume.draw(bodyOf(page), tree),
        numbering: numberingOf(i),
        own: i + 1,
      }));
    },
    write: (meta, leaves, bookmarks) => {
      let size: readonly [Length, Length] = [ZERO, ZERO];
      const sheets = leaves.map((leaf, i) => {
        if (leaf === null) return { size, layers: [] };
        const { drawing, numbering, own } = leaf;
        size = drawing.size;
        const folio = volume.draw(folioPage(numbering, i + 1, fonts), NO_PARTS);
        const body = { drawing, shift: shiftTo(numbering.paper, own, i + 1) };
        return { size, layers: [body, { drawing: folio, shift: ZERO }] };
      });
      return volume.write(meta, sheets, bookmarks);
    },
  };
}
