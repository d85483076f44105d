import type { EditedCell } from '../edited/document.ts';
import type { Part, Pattern, Slot, Unit } from '../printed/pattern.ts';
import { slotsOf } from '../printed/pattern.ts';
import { asReadBack, squeezed } from '../text/blanks.ts';
import { beginningOf, splitUnits } from './split.ts';

/** What stands in a document where a value is printed. */
export type Bound = {
  readonly slot: Slot;
  readonly text: string;
  readonly cell: EditedCell;
  /** The cell's text could be split among its values in another way. */
  readonly doubtful: boolean;
  /** It stands in a cell that says what the record prints there. */
  readonly isOwn: boolean;
};

/** What stands in a cell: its values, and the items of a list that it holds. */
export type CellReading = {
  readonly bounds: readonly Bound[];
  readonly lists: readonly { readonly level: string; readonly items: readonly (readonly Bound[])[] }[];
};

/** What a row of the record prints of values, by their keys; of a list in a cell all items in their order. */
export type Known = ReadonlyMap<string, readonly string[]>;

/** What is known of the cell in the record: whether the pattern is that of the cell itself, with what it prints there. */
type Before = { readonly known: Known; readonly isOwn: boolean };

const itself: Before = { known: new Map(), isOwn: true };
const nothing: CellReading = { bounds: [], lists: [] };

/** Reads a cell by its pattern; null where the pattern's fixed words are not in it. */
export function bindCell(pattern: Pattern, cell: EditedCell, before: Before = itself): CellReading | null {
  if (pattern.slots.length === 0)
    return squeezed(cell.text) === squeezed(pattern.text) || splitUnits(unitsIn(pattern.parts), cell.text) !== null
      ? nothing
      : null;
  const repeat = pattern.parts.find((part) => part.kind === 'repeat');
  if (repeat === undefined) return bindUnits(unitsIn(pattern.parts), cell, before.isOwn);
  if (pattern.parts.filter((part) => part.kind === 'repeat').length > 1) return null;
  const at = pattern.parts.indexOf(repeat);
  return bindRepeat({ before: pattern.parts.slice(0, at), repeat, after: pattern.parts.slice(at + 1) }, cell, before);
}

const unitsIn = (parts: readonly Part[]): readonly Unit[] => parts.flatMap(({ units }) => units);

function bindUnits(units: readonly Unit[], cell: EditedCell, isOwn: boolean): CellReading | null {
  const slots = slotsOf(units);
  const split = splitUnits(units, cell.text, isOwn);
  if (split === null) return null;
  return { bounds: boundsOf(slots, split, cell), lists: [] };
}

/** What a text that was split says of its slots. */
export const boundsOf = (
  slots: readonly Slot[],
  { texts, doubtful }: { readonly texts: readonly string[]; readonly doubtful: boolean },
  cell: EditedCell,
): readonly Bound[] => slots.map((slot, i) => ({ slot, text: texts[i] ?? '', cell, doubtful, isOwn: false }));

type Repeat = { readonly before: readonly Part[]; readonly repeat: Part; readonly after: readonly Part[] };

/** The paragraphs of a cell that holds a list: those before and behind it stand once. */
function bindRepeat({ before, repeat, after }: Repeat, cell: EditedCell, { known, isOwn }: Before): CellReading | null {
  if (repeat.kind !== 'repeat') return null;
  const lines = cell.text.split('\n');
  const head = unitsIn(before);
  const tail = unitsIn(after);
  if (lines.length < head.length + tail.length) return null;
  const middle = lines.slice(head.length, lines.length - tail.length);
  const around = [
    bindUnits(head, { ...cell, text: lines.slice(0, head.length).join('\n') }, isOwn),
    bindUnits(tail, { ...cell, text: lines.slice(lines.length - tail.length).join('\n') }, isOwn),
  ];
  const items = bindItems(repeat.units, middle, { cell, known });
  if (items === null || around.includes(null)) return null;
  return {
    bounds: around.flatMap((one) => one?.bounds ?? []),
    lists: [{ level: repeat.level, items }],
  };
}

/**
 * Each item begins with the words before its first value, or where there are none, with a paragraph: unless some of the
 * record have several, which are told from each other only where they are as they were.
 */
function bindItems(
  units: readonly Unit[],
  lines: readonly string[],
  { cell, known }: { readonly cell: EditedCell; readonly known: Known },
): readonly (readonly Bound[])[] | null {
  const beginning = beginningOf(units[0] as Unit);
  const items = slotsOf(units).flatMap(({ spot }) => known.get(spot.key) ?? []);
  const hasLong = beginning === '' && items.some((text) => text.includes('\n'));
  const long = hasLong ? (bindInPlace(units, lines, { cell, known }) ?? bindLong(units, lines, { cell, items })) : null;
  if (long !== null) return long;
  const begins = beginning === '' ? /^/ : new RegExp(`^(?:${beginning})`);
  const texts: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (begins.test(line) && (beginning !== '' || i % units.length === 0)) texts.push(line);
    else if (texts.length === 0) return null;
    else texts[texts.length - 1] += `\n${line}`;
  }
  // How items are split is not told by the first of them.
  const read = texts.map((text) => bindUnits(units, { ...cell, text: asReadBack(text) }, false));
  return read.includes(null)
    ? null
    : read.map((item) =>
        (item as CellReading).bounds.map((one) => ({
          ...one,
          cell,
          doubtful: one.doubtful || hasLong,
        })),
      );
}

/**
 * Items with as many paragraphs each as in the record; null where there are more or fewer of them in all, where the last
 * of an item is blank now and so is none, or where one of the record stands elsewhere.
 */
function bindInPlace(
  units: readonly Unit[],
  lines: readonly string[],
  { cell, known }: { readonly cell: EditedCell; readonly known: Known },
): readonly (readonly Bound[])[] | null {
  const printed = new Map(slotsOf(units).map(({ spot }) => [spot.key, known.get(spot.key) ?? []]));
  const wasAt = ({ spot }: Slot, item: number): readonly string[] => (printed.get(spot.key)?.[item] ?? '').split('\n');
  const count = Math.max(0, ...[...printed.values()].map(({ length }) => length));
  const found: (readonly Bound[])[] = [];
  let at = 0;
  for (let item = 0; item < count; item += 1) {
    const read = units.map((unit) => {
      const end = slotsOf([unit]).reduce((below, slot) => below + wasAt(slot, item).length - 1, at + 1);
      const text = asReadBack(lines.slice(at, end).join('\n'));
      at = end;
      return bindUnits([unit], { ...cell, text }, false);
    });
    if (read.includes(null)) return null;
    found.push(read.flatMap((one) => (one as CellReading).bounds.map((bound) => ({ ...bound, cell }))));
  }
  const olds = new Set([...printed.values()].flat().flatMap((text) => text.split('\n')));
  const isUnsure = (item: number, { slot, text }: Bound): boolean => {
    const was = wasAt(slot, item);
    const now = text.split('\n');
    return now.length !== was.length || now.some((line, i) => line !== was[i] && olds.has(line));
  };
  return at === lines.length && !found.some((bounds, item) => bounds.some((one) => isUnsure(item, one))) ? found : null;
}

type Long = {
  readonly cell: EditedCell;
  /** What the record's items say. */
  readonly items: readonly string[];
};

/** Items of one value each, of which some have several paragraphs; null where those are not all there as they were. */
function bindLong(
  units: readonly Unit[],
  lines: readonly string[],
  { cell, items }: Long,
): readonly (readonly Bound[])[] | null {
  const [slot] = slotsOf(units);
  if (slot === undefined || units.length !== 1 || units[0]?.length !== 1) return null;
  const counts = new Map<string, number>();
  for (const text of items) counts.set(text, (counts.get(text) ?? 0) + 1);
  const left = new Map([...counts].filter(([text]) => text.includes('\n')));
  const found: (readonly Bound[])[] = [];
  let isBehindLong = false;
  for (let i = 0; i < lines.length; ) {
    const whole = [...left.keys()].find((text) => lines.slice(i, i + text.split('\n').length).join('\n') === text);
    const text = whole ?? asReadBack(lines[i] as string);
    if (whole !== undefined) left.set(whole, (left.get(whole) ?? 0) - 1);
    // What is typed behind an item of several paragraphs may belong to it.
    const doubtful = isBehindLong && !counts.has(text);
    found.push([{ slot, text, cell, doubtful, isOwn: false }]);
    isBehindLong = whole !== undefined;
    i += text.split('\n').length;
  }
  return [...left.values()].every((count) => count === 0) ? found : null;
}
