import { withoutMiddle } from './cut.ts';
import { type Stretch, stretchesBetween } from './stretches.ts';
import type { Change, Edit, Place, Row, Seat } from './types.ts';

/** Texts up to this many characters are told whole, longer ones by the stretches that changed. */
const SHORT = 24;
/** Characters shown on each side of a changed stretch. */
const AROUND = 8;
/** Names up to this many characters are told whole. */
const NAME = 28;

/**
 * A piece of a sentence. `removed` and `added` are stretches inside a text and must be told apart by signs; `before`
 * and `after` stand on both sides of an arrow, or are a row that is gone or new, and may do with a colour.
 */
export type Word = {
  readonly kind: 'plain' | 'before' | 'after' | 'removed' | 'added' | 'place';
  readonly text: string;
};

export const plainWord = (text: string): Word => ({ kind: 'plain', text });

/** Names from the outside in, such as 产出指标 › 质量指标. */
export const placeText = (place: Place): string => place.map(shortened).join(' › ');

export function shortened(name: string): string {
  const shown = inOneLine(name);
  return [...shown].length <= NAME ? shown : withoutMiddle(shown, { head: NAME - 6, tail: 4 });
}

/** A value as a sentence quotes it. */
export const valueText = (text: string): string => (text === '' ? '（空）' : inOneLine(text));

/** Paragraphs side by side. */
const inOneLine = (text: string): string => text.replaceAll('\n', ' ¶ ');

/** What an edit changed: `≥90% → ≥95%`, or the changed stretches of a long text with a few characters around each. */
export function editWords({ before, after }: Pick<Edit, 'before' | 'after'>): readonly Word[] {
  const isLong = before.length > SHORT || after.length > SHORT;
  const pieces = isLong && before !== '' && after !== '' ? stretchesBetween(before, after) : [];
  if (pieces.some(({ kind }) => kind === 'same')) return pieces.flatMap(stretchWords);
  return [{ kind: 'before', text: valueText(before) }, plainWord(' → '), { kind: 'after', text: valueText(after) }];
}

function stretchWords({ kind, text }: Stretch, position: number, all: readonly Stretch[]): readonly Word[] {
  const shown = inOneLine(text);
  if (kind !== 'same') return [{ kind, text: shown }];
  const head = position === 0 ? 0 : AROUND;
  const tail = position === all.length - 1 ? 0 : AROUND;
  return [plainWord(withoutMiddle(shown, { head, tail }))];
}

/** What a change is called before its row: 新增三级指标, 删去, 移动. */
export const verbs = { added: '新增', removed: '删去', moved: '移动' } as const;

/** A name in quotation marks that are not its own. */
export const quoted = (name: string): string => inQuotes(shortened(name));

const inQuotes = (text: string): string => quotesFor(text).join(text);
const quotesFor = (text: string): readonly [open: string, close: string] =>
  /[“”]/.test(text) ? ['「', '」'] : ['“', '”'];

/** Old and new name of a row, both whole; of names that have much in common what changed in them. */
export function renameWords({ before, after }: Pick<Edit, 'before' | 'after'>): readonly Word[] {
  const words = editWords({ before, after });
  if (!words.some(({ kind }) => kind === 'before')) {
    const [open, close] = quotesFor(before + after);
    return [plainWord(open), ...words, plainWord(close)];
  }
  const [old, now] = [inQuotes(inOneLine(before)), inQuotes(inOneLine(after))];
  return [{ kind: 'before', text: old }, plainWord(' → '), { kind: 'after', text: now }];
}

/** A row by its name, or by what stands in it. */
export function rowText({ noun, name, values }: Row): string {
  if (name !== '') return noun + quoted(name);
  const first = values.find(({ text }) => text !== '');
  return first === undefined ? noun : noun + quoted(first.text);
}

/** What a row holds besides its name, such as 实施周期指标值 ≥90%，年度指标值 ≥90%. */
export const valuesText = ({ name, values }: Row): string =>
  (name === '' ? values.filter((_, i) => values.length > 1 || i > 0) : values.slice(1))
    .filter(({ text }) => text !== '')
    .map((value) => `${value.name} ${shortened(value.text.replace(/。$/u, ''))}`)
    .join('，');

/** What is said before the number of a row that moved and has its old number: rows before it are gone and new. */
export const SWAPPED = '和前后的行换了次序，仍是';

/** From where to where a row moved: 由第 3 项移到第 1 项, or with the names of two lists. */
export function moveText(from: Seat, to: Seat): string {
  if (placeText(from.place) === placeText(to.place)) {
    if (from.ordinal === to.ordinal) return `${SWAPPED}第 ${to.ordinal} 项`;
    return `由第 ${from.ordinal} 项移到第 ${to.ordinal} 项`;
  }
  return `由“${placeText(from.place)}”第 ${from.ordinal} 项移到“${placeText(to.place)}”第 ${to.ordinal} 项`;
}

/** How many changes there are of each sort, such as 改 3 处，新增 1 项. */
export function countText(changes: readonly Change[]): string {
  const count = (...kinds: readonly Change['kind'][]): number =>
    changes.filter(({ kind }) => kinds.includes(kind)).length;
  const counts: readonly (readonly [number, string])[] = [
    [count('edited', 'renamed', 'shown', 'hidden'), '改 # 处'],
    [count('added'), '新增 # 项'],
    [count('removed'), '删去 # 项'],
    [count('moved'), '移动 # 项'],
    [count('followed'), '随之变的合计 # 处'],
  ];
  return counts.flatMap(([number, words]) => (number === 0 ? [] : [words.replace('#', String(number))])).join('，');
}
