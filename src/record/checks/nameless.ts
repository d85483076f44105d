import { type Diagnostic, diagnostic, flatMap } from '../../base/index.ts';
import { scalarsIn } from '../rows.ts';
import type { GroupValue, ScalarValue } from '../types.ts';
import type { Survey } from './survey.ts';

/** V9 for what is listed besides indicators: an item that says something, and whose name is blank; the place is the name. */
export const namelessItems = ({ lists }: Survey): Diagnostic[] =>
  flatMap(lists, ({ field, items }) =>
    flatMap(items, (item, i) => {
      const name = item.kind === 'group' ? blankName(item) : null;
      if (name === null) return [];
      return diagnostic({
        code: 'V9',
        severity: 'warning',
        at: name.origin.span,
        message: `“${field.name}”第 ${i + 1} 项没有“${name.field.name}”`,
        advice: `在“${name.field.name}:”后面补上；没有这一项就把它整个删去。`,
      });
    }),
  );

/**
 * The name of an item is the first of its fields that is no count and no year, if it is a line of text that the form
 * wants; null where it is filled, or nothing else is.
 */
function blankName(item: GroupValue): ScalarValue | null {
  const scalars = scalarsIn(item);
  const first = scalars.find(({ field }) => field.kind !== 'count' && field.kind !== 'year');
  if (first === undefined || first.field.kind !== 'text' || !first.field.required || first.text !== '') return null;
  return scalars.some(({ text }) => text !== '') ? first : null;
}
