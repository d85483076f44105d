import { readTable, type TableReader } from './table.ts';
import type { DocxContent } from './types.ts';
import { characters, isDropped, isTracked, nameOf, shownText } from './words.ts';
import { attribute, parseXml, type Tag } from './xml.ts';

/** A body, the places of the tables nested in its tables, and whether it has text boxes (which are not read). */
export type Body = { readonly content: DocxContent; readonly nested: readonly string[]; readonly textBoxes: boolean };

/**
 * Reads the main part of a DOCX as it is with all tracked changes accepted. The paragraphs of a nested table go to the
 * cell around it. Throws an Error when the bytes are no such part.
 */
export function readBody(part: Uint8Array): Body {
  const blocks: DocxContent['blocks'][number][] = [];
  const nested: string[] = [];
  /** The open tags that are not dropped, from the root. */
  const names: string[] = [];
  let droppedDepth = 0;
  let tableDepth = 0;
  let tables = 0;
  let textBoxes = false;
  let tracked = false;
  let table: TableReader | undefined;
  let paragraph: { text: string; markDeleted: boolean } | undefined;
  let text: { value: string; readonly preserve: boolean } | undefined;
  /** Text of paragraphs whose mark was deleted: it belongs to the paragraph that follows. */
  let carried = '';

  const add = (value: string) => {
    if (table === undefined) blocks.push({ kind: 'paragraph', text: value });
    else table.add(value);
  };
  const settleCarried = () => {
    if (carried !== '') add(carried);
    carried = '';
  };

  const open = (tag: Tag) => {
    const name = nameOf(tag);
    textBoxes ||= name === 'w:txbxContent';
    tracked ||= isTracked(name);
    if (droppedDepth > 0 || isDropped(name)) {
      if (droppedDepth === 0) noteDeletion(name);
      droppedDepth += 1;
      return;
    }
    if (names.length === 0 && name !== 'w:document') throw new Error('not a word processing document');
    names.push(name);
    if (name === 'w:tbl') openTable();
    else if (name === 'w:p') paragraph = { text: '', markDeleted: false };
    else if (name === 'w:t') text = { value: '', preserve: attribute(tag, 'space') === 'preserve' };
    else if (names.at(-2) === 'w:r' && paragraph !== undefined) paragraph.text += characters.get(name) ?? '';
    else if (tableDepth === 1) table?.open(name, tag);
  };

  /** Among properties a change marks the end of a paragraph or a row as gone (ISO/IEC 29500-1, 17.13.5.15 and 17.13.5.12). */
  const noteDeletion = (name: string) => {
    if (name !== 'w:del' && name !== 'w:moveFrom') return;
    if (names.at(-1) === 'w:trPr' && tableDepth === 1) table?.deleteRow();
    if (names.at(-1) === 'w:rPr' && names.at(-2) === 'w:pPr' && paragraph !== undefined) paragraph.markDeleted = true;
  };

  const openTable = () => {
    settleCarried();
    tableDepth += 1;
    if (tableDepth === 1) {
      tables += 1;
      table = readTable();
    } else if (tableDepth === 2 && table !== undefined) {
      nested.push(`第 ${tables} 张表${table.place()}`);
    }
  };

  const close = () => {
    if (droppedDepth > 0) {
      droppedDepth -= 1;
      return;
    }
    const name = names.pop() ?? '';
    if (name === 'w:t') closeText();
    else if (name === 'w:p') closeParagraph();
    else if (name === 'w:tbl') closeTable();
    else if (name === 'w:tc' || name === 'w:body') settleCarried();
    if (tableDepth === 1) table?.close(name);
  };

  const closeText = () => {
    if (paragraph !== undefined && text !== undefined) paragraph.text += shownText(text.value, text.preserve);
    text = undefined;
  };

  const closeParagraph = () => {
    if (paragraph === undefined) return;
    const value = carried + paragraph.text;
    carried = paragraph.markDeleted ? value : '';
    if (!paragraph.markDeleted) add(value);
    paragraph = undefined;
  };

  const closeTable = () => {
    tableDepth -= 1;
    if (tableDepth > 0 || table === undefined) return;
    blocks.push(table.finish());
    table = undefined;
  };

  const hear = (value: string) => {
    if (text !== undefined && droppedDepth === 0) text.value += value;
  };

  parseXml(part, { open, text: hear, close });
  return { content: { kind: 'docx', blocks, tracked }, nested, textBoxes };
}
