import type { Unread } from '../unread.ts';
import { type Alternate, requiredBy, takesBranch } from './alternate.ts';
import { isForeign, nameOf } from './namespaces.ts';
import { type ParagraphReader, readParagraph } from './paragraph.ts';
import type { Styles } from './styles.ts';
import { readTable, type TableReader } from './table.ts';
import type { DocxContent, WrittenParagraph } from './types.ts';
import { isDropped, isTracked } from './words.ts';
import { attribute, parseXml, type Resolve, type Tag } from './xml.ts';

/** A body, the places of the tables nested in its tables, and whether it has text boxes (which are not read). */
export type Body = { readonly content: DocxContent; readonly nested: readonly string[]; readonly textBoxes: boolean };

const nothing: WrittenParagraph = { text: '', unread: [] };

/**
 * Reads the main part of a DOCX as it is with all tracked changes accepted, and without what is hidden. The paragraphs of
 * a nested table go to the cell around it. Throws an Error when the bytes are no such part.
 */
export function readBody(part: Uint8Array, styles: Styles): Body {
  const blocks: DocxContent['blocks'][number][] = [];
  const nested: string[] = [];
  /** The open tags that are not dropped, from the root, and those from the outermost that is dropped. */
  const names: string[] = [];
  const dropped: string[] = [];
  const alternates: Alternate[] = [];
  /** The styles of the open tables, the innermost last. */
  const tableStyles: (string | undefined)[] = [];
  let tableDepth = 0;
  let tables = 0;
  let textBoxes = false;
  let tracked = false;
  let table: TableReader | undefined;
  let paragraph: ParagraphReader | undefined;
  /** What is noted between paragraphs, for the next one. */
  let pending: Unread[] = [];
  /** Whether what is dropped is of a vocabulary that only some programs know, and whether that was noted. */
  const foreign = { isOpen: false, isNoted: false };
  /** What paragraphs whose mark was deleted hold: it belongs to the paragraph that follows. */
  let carried = nothing;

  const add = (written: WrittenParagraph) => {
    const { text, unread } = written;
    if (table !== undefined) table.add(written);
    else blocks.push(unread.length === 0 ? { kind: 'paragraph', text } : { kind: 'paragraph', text, unread });
  };
  const settleCarried = () => {
    if (carried !== nothing) add(carried);
    carried = nothing;
  };

  const open = (tag: Tag, resolve: Resolve) => {
    const name = nameOf(tag);
    if (names.length === 0 && name !== 'w:document') throw new Error('not a word processing document');
    textBoxes ||= name === 'w:txbxContent';
    tracked ||= isTracked(name);
    if (name === 'w:t' || name === 'w:sym' || name === 'w:tr') noteVariants();
    if (dropped.length > 0 || isDropped(name) || isForeign(tag) || isOtherBranch(name, tag, resolve)) {
      if (dropped.length === 0) {
        noteDeletion(name);
        Object.assign(foreign, { isOpen: isForeign(tag), isNoted: false });
      }
      dropped.push(name);
      return;
    }
    names.push(name);
    if (name === 'mc:AlternateContent') alternates.push({ isChosen: false, isNoted: false });
    else if (name === 'w:tbl') openTable();
    else if (name === 'w:p') paragraph = readParagraph(styles, tableDepth === 0 ? null : tableStyles.at(-1));
    else if (name === 'w:altChunk') add({ text: '', unread: ['chunk'] });
    else if (paragraph !== undefined) paragraph.open(names, tag);
    else if (name === 'w:tblStyle') tableStyles[tableStyles.length - 1] = attribute(tag, 'val');
    else if (tableDepth === 1) table?.open(name, tag);
  };

  const isOtherBranch = (name: string, tag: Tag, resolve: Resolve): boolean =>
    (name === 'mc:Choice' || name === 'mc:Fallback') && !takesBranch(alternates.at(-1), name, requiredBy(tag, resolve));

  /** Text in a branch, or in what is not of Word: programs differ in what of it they show. */
  const noteVariants = () => {
    const variant = dropped.length > 0 && foreign.isOpen ? foreign : alternates.at(-1);
    if (variant === undefined || variant.isNoted || dropped.some(isDropped)) return;
    variant.isNoted = true;
    if (paragraph !== undefined) paragraph.note('variants');
    else pending.push('variants');
  };

  /** Among properties a change marks the end of a paragraph or a row as gone (ISO/IEC 29500-1, 17.13.5.15 and 17.13.5.12). */
  const noteDeletion = (name: string) => {
    if (name !== 'w:del' && name !== 'w:moveFrom') return;
    if (names.at(-1) === 'w:trPr' && tableDepth === 1) table?.deleteRow();
    if (names.at(-1) === 'w:rPr' && names.at(-2) === 'w:pPr') paragraph?.deleteMark();
  };

  const openTable = () => {
    settleCarried();
    tableDepth += 1;
    tableStyles.push(undefined);
    if (tableDepth === 1) {
      tables += 1;
      table = readTable();
    } else if (tableDepth === 2 && table !== undefined) {
      nested.push(`第 ${tables} 张表${table.place()}`);
    }
  };

  const close = () => {
    if (dropped.length > 0) {
      dropped.pop();
      return;
    }
    const name = names.pop() ?? '';
    if (name === 'mc:AlternateContent') alternates.pop();
    else if (name === 'w:p') closeParagraph();
    else if (name === 'w:tbl') closeTable();
    else if (name === 'w:tc' || name === 'w:body') settleCarried();
    else paragraph?.close(name);
    if (tableDepth === 1) table?.close(name);
  };

  const closeParagraph = () => {
    if (paragraph === undefined) return;
    for (const kind of pending) paragraph.note(kind);
    pending = [];
    const written = paragraph.finish(carried);
    carried = nothing;
    if (paragraph.isMarkDeleted()) carried = written;
    else add(written);
    paragraph = undefined;
  };

  const closeTable = () => {
    tableDepth -= 1;
    tableStyles.pop();
    if (tableDepth > 0 || table === undefined) return;
    blocks.push(table.finish());
    table = undefined;
  };

  const hear = (value: string) => {
    if (dropped.length === 0) paragraph?.hear(value);
  };

  parseXml(part, { open, text: hear, close });
  if (pending.length > 0) blocks.push({ kind: 'paragraph', text: '', unread: pending });
  return { content: { kind: 'docx', blocks, tracked }, nested, textBoxes };
}
