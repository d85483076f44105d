import { causesText } from './causes.ts';
import { editWords, placeText, plainWord, quoted, rowText, SWAPPED, valueText, type Word } from './sentences.ts';
import type { Change, Edit, Place, Row, Seat } from './types.ts';

/** A change as a row of a table: where, what stood there, what stands there. */
export type Sides = { readonly place: string; readonly before: readonly Word[]; readonly after: readonly Word[] };

/** A change with its two sides apart; a long text is shown by the stretches that changed. */
export function sidesOf(change: Change): Sides {
  switch (change.kind) {
    case 'edited': {
      const place = placeText([...change.place, change.what]);
      return { place: change.printed ? place : `${place}（表上不印）`, ...editSides(change) };
    }
    case 'renamed':
      return {
        place: `${placeText(placeOfRename(change))}（改名）`,
        before: [{ kind: 'before', text: change.before }],
        after: [{ kind: 'after', text: change.after }],
      };
    case 'followed': {
      const { before, after } = editSides(change);
      const cause = plainWord(`（${causesText(change.causes)}）`);
      return { place: placeText([...change.place, change.what]), before, after: [...after, cause] };
    }
    case 'added': {
      const row: Word = { kind: 'after', text: wholeRow(change.row) };
      return { place: seatText(change.seat), before: [plainWord('（新增）')], after: [row] };
    }
    case 'removed': {
      const row: Word = { kind: 'before', text: wholeRow(change.row) };
      return { place: seatText(change.seat, '原'), before: [row], after: [plainWord('（删去）')] };
    }
    case 'moved': {
      const { from, to, row } = change;
      if (placeText(from.place) === placeText(to.place)) {
        const place = placeText([...to.place, rowText(row)]);
        const now = from.ordinal === to.ordinal ? SWAPPED : '移到';
        return { place, before: [plainWord(`第 ${from.ordinal} 项`)], after: [plainWord(`${now}第 ${to.ordinal} 项`)] };
      }
      return { place: rowText(row), before: [plainWord(seatText(from))], after: [plainWord(`移到${seatText(to)}`)] };
    }
    case 'shown':
    case 'hidden': {
      const states = [[plainWord('不印')], [plainWord('印（空着）')]] as const;
      const [before, after] = change.kind === 'shown' ? states : states.toReversed();
      return { place: placeText([...change.place, change.what]), before: before ?? [], after: after ?? [] };
    }
  }
}

/** A list whose rows are called as the list is is named once, a heading of indicators has no name of its sort. */
const placeOfRename = ({ place, what }: Edit): Place =>
  what === '' || place.at(-1) === what ? place : [...place, what];

function editSides(edit: Edit): Pick<Sides, 'before' | 'after'> {
  const words = editWords(edit);
  if (words.some(({ kind }) => kind === 'before')) {
    const whole = (text: string): string => (text === '' ? valueText(text) : text);
    return {
      before: [{ kind: 'before', text: whole(edit.before) }],
      after: [{ kind: 'after', text: whole(edit.after) }],
    };
  }
  return {
    before: words.filter(({ kind }) => kind !== 'added'),
    after: words.filter(({ kind }) => kind !== 'removed'),
  };
}

const seatText = ({ place, ordinal }: Seat, was = ''): string =>
  `${placeText(place)}${place.length > 0 ? '，' : ''}${was}第 ${ordinal} 项`;

/** Everything in a row, a paragraph for each value. */
function wholeRow(row: Row): string {
  const { noun, name, values } = row;
  const told = values.filter(({ text }) => text !== '');
  if (told.length <= 1) return `${noun}${name === '' ? (told[0]?.text ?? '') : quoted(name)}`;
  return told.map((value) => `${value.name}：${value.text}`).join('\n');
}
