import type { Unread } from '../unread.ts';
import { noteProperty, type Property, type Shown, symbolOf } from './run.ts';
import type { Styles } from './styles.ts';
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

/** A run that is open, and the style that it names. */
type Run = Shown & { style?: string | undefined };

/** Begins a paragraph; `table` is the style of the table around it, null where there is none. */
export function readParagraph(styles: Styles, table: string | null | undefined): ParagraphReader {
  const unread = new Set<Unread>();
  /** Open runs: in ruby one stands in another. */
  const runs: Run[] = [];
  let all = '';
  let text: { value: string; readonly preserve: boolean } | undefined;
  let markDeleted = false;
  /** Its style, and whether it says itself whether it is numbered. */
  let style: string | undefined;
  let isNumberSaid = false;

  const has = (run: Run | undefined, property: Property): boolean =>
    run?.[property] ?? styles.give(property, { table, paragraph: style, run: run?.style });

  const add = (value: string) => {
    const run = runs.at(-1);
    if (has(run, 'vanish')) return;
    if (value.trim() !== '' && (has(run, 'strike') || has(run, 'dstrike'))) unread.add('struck');
    all += value;
  };

  const open = (names: readonly string[], tag: Tag) => {
    const name = names.at(-1) ?? '';
    const run = runs.at(-1);
    if (name === 'w:r') runs.push({});
    else if (name === 'w:t') text = { value: '', preserve: attribute(tag, 'space') === 'preserve' };
    else if (isOfParagraph(names, 'w:pStyle')) style = attribute(tag, 'val');
    else if (isOfParagraph(names, 'w:numId', 'w:numPr')) noteNumber(tag);
    else if (run === undefined) noteUnread(name);
    else if (names.at(-2) === 'w:rPr' && names.at(-3) === 'w:r') noteRun(run, name, tag);
    else if (!has(run, 'vanish')) openInRun(names, tag);
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

  const noteRun = (run: Run, name: string, tag: Tag) => {
    if (name === 'w:rStyle') run.style = attribute(tag, 'val');
    else noteProperty(run, name, tag);
  };

  /** Number 0 takes a paragraph out of its style's list (ISO/IEC 29500-1, 17.9.18). */
  const noteNumber = (tag: Tag) => {
    isNumberSaid = true;
    if (attribute(tag, 'val') !== '0') unread.add('number');
  };

  const addSymbol = (symbol: string | null) => {
    if (symbol === null) unread.add('symbol');
    else add(symbol);
  };

  const noteUnread = (name: string) => {
    const kind = unreadIn.get(name);
    if (kind !== undefined) unread.add(kind);
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
    note: (kind) => unread.add(kind),
    deleteMark: () => {
      markDeleted = true;
    },
    isMarkDeleted: () => markDeleted,
    finish: (carried) => {
      const numbered: Unread[] = !isNumberSaid && styles.isNumbered(style) ? ['number'] : [];
      return { text: carried.text + all, unread: [...new Set([...carried.unread, ...numbered, ...unread])] };
    },
  };
}

/** Whether these are the names of open elements, the innermost first, and those of a paragraph's properties. */
const isOfParagraph = (names: readonly string[], ...inner: readonly string[]): boolean =>
  names.at(-1 - inner.length) === 'w:pPr' && inner.every((name, i) => names.at(-1 - i) === name);
