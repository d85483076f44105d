import { addTo } from '../base/index.ts';
import { causesText } from './causes.ts';
import {
  editWords,
  moveText,
  placeText,
  plainWord,
  renameWords,
  rowText,
  valuesText,
  valueText,
  verbs,
  type Word,
} from './sentences.ts';
import type { Change, Place, RecordChanges, Row } from './types.ts';

/** What is told of a change, as words to be shown. */
export type ChangeLine = { readonly change: Change; readonly words: readonly Word[] };

/** A line for each change; consequences of a single change stand in its line. */
export function changeLines({ changes }: Pick<RecordChanges, 'changes'>): readonly ChangeLine[] {
  const consequences = new Map<Change, Change[]>();
  for (const change of changes) {
    const cause = onlyCause(change);
    if (cause !== undefined) addTo(consequences, cause, change);
  }
  return changes
    .filter((change) => onlyCause(change) === undefined)
    .map((change) => ({
      change,
      words: [...wordsOf(change), ...(consequences.get(change) ?? []).flatMap(followedWords)],
    }));
}

/** The change that another one follows from, where it is a single one. */
function onlyCause(change: Change): Change | undefined {
  if (change.kind !== 'followed') return undefined;
  const [cause, ...others] = change.causes;
  return others.length === 0 ? cause : undefined;
}

function wordsOf(change: Change): readonly Word[] {
  switch (change.kind) {
    case 'edited': {
      const notes = [placeText(change.place), change.printed ? '' : '表上不印'].filter((note) => note !== '');
      return [plainWord(`${change.what}：`), ...editWords(change), ...bracketed(notes.join('；'))];
    }
    case 'renamed':
      return [plainWord(`改名：${change.what}`), ...renameWords(change), ...bracketed(placeText(change.place))];
    case 'added':
    case 'removed': {
      const values = valuesText(change.row);
      const told = `${verbs[change.kind]}${rowText(change.row)}${values === '' ? '' : `：${values}`}`;
      const ordinal = `${change.kind === 'removed' ? '原' : ''}第 ${change.seat.ordinal} 项`;
      const place = placeText(placeOfRow(change.seat.place, change.row));
      return [
        { kind: change.kind === 'added' ? 'after' : 'before', text: told },
        ...bracketed(place === '' ? ordinal : `${place}，${ordinal}`),
      ];
    }
    case 'moved': {
      const { row, from, to } = change;
      const place = placeText(from.place) === placeText(to.place) ? placeText(placeOfRow(to.place, row)) : '';
      return [plainWord(`${verbs.moved}：${rowText(row)}${moveText(from, to)}`), ...bracketed(place)];
    }
    case 'shown':
    case 'hidden': {
      const told = change.kind === 'shown' ? '现在印出来（空着）' : '不再印出来（原来空着）';
      return [plainWord(`${change.what}：${told}`), ...bracketed(placeText(change.place))];
    }
    case 'followed': {
      const told = plainWord(placeText([...change.place, change.what]));
      return [told, ...followedText(change), ...bracketed(causesText(change.causes))];
    }
  }
}

/** What stands behind the cause of a consequence: ，金额合计 › 总额随之 270.5 → 278.5. */
const followedWords = (change: Change): readonly Word[] =>
  change.kind === 'followed'
    ? [plainWord(`，${placeText([...change.place, change.what])}`), ...followedText(change)]
    : [];

const followedText = ({ before, after }: { readonly before: string; readonly after: string }): readonly Word[] => [
  plainWord(`随之 ${valueText(before)} → ${valueText(after)}`),
];

/** What a row stands in; a list that gives the row its noun is not named twice. */
const placeOfRow = (place: Place, { noun }: Row): Place => (place.at(-1) === noun ? place.slice(0, -1) : place);

const bracketed = (text: string): readonly Word[] => (text === '' ? [] : [{ kind: 'place', text: `（${text}）` }]);
