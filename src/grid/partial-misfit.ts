import { type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import type { GroupSpec, RowSpec } from '../form/index.ts';

/** The band that a row stands in; `taken` are its slots in this row that cells of rows above reach into. */
type Room = { readonly columns: number; readonly taken: number; readonly at: Span };

/**
 * G002 or G004 for a row of a partial that takes more or fewer columns than are left where the form calls it. The fault
 * is told at the call: the partial may be one of ours, or suit other forms. Null where it fits, and for rows of the form.
 */
export function partialMisfit(
  { call, cells, at }: RowSpec,
  groups: readonly GroupSpec[],
  { columns, taken, at: band }: Room,
): Diagnostic | null {
  if (call === null) return null;
  const spanOf = (list: readonly { readonly span: number }[]): number => list.reduce((sum, { span }) => sum + span, 0);
  const outside = spanOf(groups.filter((group) => group.call === null).map(({ label }) => label)) + taken;
  const inside = spanOf(groups.filter((group) => group.call !== null).map(({ label }) => label)) + spanOf(cells);
  const left = columns - outside;
  if (inside === left) return null;
  const many = inside > left;
  const difference = Math.abs(inside - left);
  return diagnostic({
    code: many ? 'G002' : 'G004',
    at: call.at,
    message: `部件“${call.partial}”排 ${inside} 栏，这里${many ? '只剩' : '有'} ${left} 栏`,
    advice: many
      ? `在这一段的 columns 里加 ${difference} 栏，或改部件的参数；部件自己不用改。`
      : `在这一段的 columns 里减 ${difference} 栏，或给左边的栏目加大 span；部件自己不用改。`,
    related: [
      { at: band, message: `这一段有 ${columns} 栏${outside > 0 ? `，左边的栏目占去 ${outside} 栏` : ''}` },
      { at, message: '部件里的这一行' },
    ],
  });
}
