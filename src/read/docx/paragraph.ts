import type { Unread } from '../unread.ts';
import { noteProperty, type Run, symbolOf } from './run.ts';
import type { WrittenParagraph } from './types.ts';
import { characters, shownText, unreadIn } from './words.ts';
import { attribute, type Tag } from './xml.ts';

/** A paragraph being read, told of the tags in it; `names` are those that are open, the tag's own last. */
export type ParagraphReader = {
  readonly open: (names: readonly string[], tag: Tag) => void;
  readonly close: (name: string) => void;
  readonly hear: (text: string) => void;
  readonly note: (unread: Unread) => void;
  /** A tracked change took its end away. */
  readonly deleteMark: () => void;
  readonly isMarkDeleted: () => boolean;
  /** What is read of it, behind what a paragraph without an end left over. */
  readonly finish: (carried: WrittenParagraph) => WrittenParagraph;
};

export function readParagraph(): ParagraphReader {
  const unread: Unread[] = [];
  /** Open runs: in ruby one stands in another. */
  const runs: Run[] = [];
  let all = '';
  let text: { value: string; readonly preserve: boolean } | undefined;
  let markDeleted = false;

  const add = (value: string) => {
    const run = runs.at(-1);
    if (run?.hidden === true) return;
    if (run?.struck === true && value.trim() !== '') unread.push('struck');
    all += value;
  };

  const open = (names: readonly string[], tag: Tag) => {
    const name = names.at(-1) ?? '';
    const run = runs.at(-1);
    if (name === 'w:r') runs.push({ hidden: false, struck: false });
    else if (name === 'w:t') text = { value: '', preserve: attribute(tag, 'space') === 'preserve' };
    else if (isNumbering(names, tag)) unread.push('number');
    else if (run === undefined) noteUnread(name);
    else if (names.at(-2) === 'w:rPr' && names.at(-3) === 'w:r') noteProperty(run, name, tag);
    else if (!run.hidden) openInRun(names, tag);
  };

  const openInRun = (names: readonly string[], tag: Tag) => {
    const [name = '', parent] = names
      .filter((one) => !one.startsWith('mc:'))
      .slice(-2)
      .toReversed();
    if (name === 'w:sym' || name === 'w16se:symEx') addSymbol(symbolOf(tag));
    else if (parent === 'w:r' && characters.has(name)) add(characters.get(name) ?? '');
    else noteUnread(name);
  };

  const addSymbol = (symbol: string | null) => {
    if (symbol === null) unread.push('symbol');
    else add(symbol);
  };

  const noteUnread = (name: string) => {
    const kind = unreadIn.get(name);
    if (kind !== undefined) unread.push(kind);
  };

  const close = (name: string) => {
    if (name === 'w:r') runs.pop();
    if (name !== 'w:t' || text === undefined) return;
    add(shownText(text.value, text.preserve));
    text = undefined;
  };

  return {
    open,
    close,
    hear: (value) => {
      if (text !== undefined) text.value += value;
    },
    note: (kind) => unread.push(kind),
    deleteMark: () => {
      markDeleted = true;
    },
    isMarkDeleted: () => markDeleted,
    finish: (carried) => ({ text: carried.text + all, unread: [...carried.unread, ...unread] }),
  };
}

/** A list that numbers this paragraph; number 0 takes it out of its style's list (ISO/IEC 29500-1, 17.9.18). */
const isNumbering = (names: readonly string[], tag: Tag): boolean =>
  names.at(-1) === 'w:numId' && names.at(-2) === 'w:numPr' && names.at(-3) === 'w:pPr' && attribute(tag, 'val') !== '0';
