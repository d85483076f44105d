import { diagnostic, fail, type Outcome, type Span } from '../base/index.ts';
import type { Blueprint } from './types.ts';

/** What tells one edition of a form from another; it is known of an edition with faults elsewhere, too. */
export type Draft = Pick<Blueprint, 'id' | 'edition' | 'years' | 'yearField'>;

/** A folder with a form: the form, or all that is wrong with it. Without a draft nobody can tell which years it serves. */
export type Edition = {
  readonly draft: Draft | null;
  readonly blueprint: Outcome<Blueprint>;
  /** A form with faults as far as it is read; null where there are none, or fields are not known. */
  readonly sketch: Blueprint | null;
};

/** How a record says its year. */
export const yearPattern = /^(?:19|20|21)\d{2}$/;

/** The year of a record and where it is written. */
export type RecordYear = { readonly year: number; readonly at: Span };

/**
 * An edition whose years hold the record's year; else one that serves any year. Of several the latest. Faults of the
 * others do not matter, but of one that cannot be read where no other names the year: it may be the one that does.
 * B006, at the record's year, where none serves it.
 */
export function chooseEdition(
  editions: readonly Edition[],
  yearUnder: (key: string) => RecordYear | null,
  at: Span,
): Outcome<Blueprint> {
  const readable = editions.flatMap(({ draft, blueprint }) => (draft ? [{ draft, blueprint }] : []));
  const all = readable.toSorted((a, b) => byEdition(a.draft, b.draft));
  const yearOf = ({ yearField }: Draft): RecordYear | null => (yearField === null ? null : yearUnder(yearField));
  const fitting = all.filter(({ draft }) => {
    const found = yearOf(draft);
    return draft.years === null || found === null || draft.years.includes(found.year);
  });
  const best =
    fitting.findLast(({ draft }) => draft.years !== null) ??
    editions.find(({ draft }) => draft === null) ??
    fitting.at(-1);
  if (best) return best.blueprint;
  const served = [...new Set(all.flatMap(({ draft }) => draft.years ?? []))].toSorted();
  const asked = all.map(({ draft }) => yearOf(draft)).find((found) => found !== null);
  return fail(
    diagnostic({
      code: 'B006',
      at: asked?.at ?? at,
      message: `“${all[0]?.draft.id}”没有适用 ${asked?.year} 年的版本`,
      advice: `有版本的年度：${served.join('、')}。核对数据里的年度；要用新的一年，请管理模板的同事加上版本。`,
    }),
  );
}

/** Editions such as 2024-1 and 2024-10 in the order of their numbers. */
function byEdition(a: Draft, b: Draft): number {
  const left = a.edition.split(/\D+/).map(Number);
  const right = b.edition.split(/\D+/).map(Number);
  const differ = left.findIndex((part, i) => part !== right[i]);
  return differ === -1 ? left.length - right.length : (left[differ] ?? 0) - (right[differ] ?? 0);
}
