import { type Diagnostic, diagnostic, flatMap } from '../../base/index.ts';
import type { WordLists } from '../../blueprint/index.ts';
import { fold } from '../target/fold.ts';
import type { ScalarValue } from '../types.ts';
import { halfWidthMarks } from './half-width.ts';
import { placeIn } from './places.ts';
import type { Survey } from './survey.ts';

/**
 * X1: half-width stops and brackets between Han characters. One finding for a text with the number of places: whoever
 * mends one mends all, and a long text would give dozens.
 */
export const halfWidthStops = ({ record, written }: Survey): Diagnostic[] =>
  flatMap(written, (value) => {
    const marks = halfWidthMarks(value.text, value.target?.reading.kind === 'formula');
    if (marks === null) return [];
    const { first, count, kinds, around, mended, shown } = marks;
    const more = count === shown ? '' : `，其余 ${count - shown} 处同样改`;
    return diagnostic({
      code: 'X1',
      severity: 'hint',
      at: placeIn(record, value, first, 1),
      message: `汉字之间有 ${count} 处半角标点：${kinds.join(' ')}`,
      advice: `改成全角：把“${around}”写成“${mended}”${more}。`,
    });
  });

/** X2: words that are often misspelt; each place is told, because each is read on its own. */
export function misspeltWords({ record, written, commons }: Survey): Diagnostic[] {
  const { misspelt, spared } = commons.wordLists;
  const pattern = patternOf(commons.wordLists);
  if (pattern === null) return [];
  return flatMap(suspects(written, pattern), (value) =>
    flatMap([...value.text.matchAll(pattern)], ({ 0: word, index }) => {
      if ((spared.get(word) ?? []).some((phrase) => standsIn(value.text, index, { word, phrase }))) return [];
      return diagnostic({
        code: 'X2',
        severity: 'hint',
        at: placeIn(record, value, index, word.length),
        message: `“${word}”应是“${misspelt.get(word)}”`,
        advice: `改成“${misspelt.get(word)}”。`,
      });
    }),
  );
}

/** The texts that have a pattern. Most records have none: they are asked all at once first. */
function suspects(values: readonly ScalarValue[], pattern: RegExp): readonly ScalarValue[] {
  const all = values.map(({ text }) => text).join('\n');
  if (all.search(pattern) === -1) return [];
  return values.filter(({ text }) => text.search(pattern) !== -1);
}

const patterns = new WeakMap<WordLists, RegExp | null>();

/** All misspelt words as one pattern, the longer ones first; null where there are none. */
function patternOf(lists: WordLists): RegExp | null {
  const known = patterns.get(lists);
  if (known !== undefined) return known;
  const words = [...lists.misspelt.keys()].toSorted((a, b) => b.length - a.length);
  const escaped = words.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  const pattern = escaped.length === 0 ? null : new RegExp(escaped.join('|'), 'gu');
  patterns.set(lists, pattern);
  return pattern;
}

/** Whether a word at an index is a part of a phrase that stands there. */
function standsIn(
  text: string,
  index: number,
  { word, phrase }: { readonly word: string; readonly phrase: string },
): boolean {
  const within = phrase.indexOf(word);
  return within !== -1 && text.startsWith(phrase, index - within);
}

/** A mobile number, with or without +86, blanks or hyphens; no part of a longer number, and no amount. */
const mobile = /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\d.]|\s?[元万亿人户])/g;

/** X4: the mobile number of a person in a form that will be published. */
export const mobileNumbers = ({ record, written }: Survey): Diagnostic[] =>
  flatMap(suspects(written, /1[3-9]|[１][３-９]/g), (value) =>
    [...fold(value.text).matchAll(mobile)].map(({ 0: number, index }) =>
      diagnostic({
        code: 'X4',
        severity: 'hint',
        at: placeIn(record, value, index, number.length),
        message: `这里像是手机号码：${number}`,
        advice: '公开的表不印个人手机号：删去，或改成单位的办公电话。',
      }),
    ),
  );
