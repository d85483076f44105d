import { type Diagnostic, diagnostic, flatMap, shortened } from '../../base/index.ts';
import type { ScalarValue, Value } from '../types.ts';
import { placeIn } from './places.ts';
import type { Survey } from './survey.ts';

/** T9: a number such as 指标1: typed where the form prints it by itself; it would stand there twice. */
export function typedNumbers(survey: Survey): Diagnostic[] {
  const ofLists = flatMap(survey.lists, ({ field, items }) => {
    const word = field.numbered;
    return word === null ? [] : flatMap(items, (item) => numbered(survey, word, firstText(item)));
  });
  const ofRows = flatMap(survey.forests, ({ tree, branches }) => {
    const word = tree.field.numbered;
    if (word === null) return [];
    return flatMap(branches, ({ indicators }) => flatMap(indicators, ({ name }) => numbered(survey, word, name)));
  });
  return [...ofLists, ...ofRows];
}

function numbered({ record }: Survey, word: string, value: ScalarValue | null): Diagnostic[] {
  if (value === null || !value.text.startsWith(word)) return [];
  const number = /^ ?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[:：.、．] ?/.exec(value.text.slice(word.length))?.[0];
  if (number === undefined) return [];
  const typed = `${word}${number}`;
  return [
    diagnostic({
      code: 'T9',
      severity: 'warning',
      at: placeIn(record, value, 0, typed.trimEnd().length),
      message: `“${typed.trim()}”这样的编号由表自己印，这里写了就印两遍`,
      advice: `删去编号，只写“${shortened(value.text.slice(typed.length))}”。`,
    }),
  ];
}

/** The text an item of a list begins with. */
function firstText(value: Value): ScalarValue | null {
  if (value.kind === 'scalar') return value;
  if (value.kind !== 'group') return null;
  const [first] = value.members.values();
  return first === undefined ? null : firstText(first);
}
