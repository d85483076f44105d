import { addTo } from '../base/index.ts';
import { titlesOf } from './titles.ts';
import type { Member } from './types.ts';

/** An entry of a volume's outline; `page` counts from 1. */
export type OutlineEntry = { readonly title: string; readonly page: number; readonly below: readonly OutlineEntry[] };

/** An entry for each department in the order in which they first occur; below it its forms, where it has several. */
export function outlineOf(members: readonly Member[], firsts: readonly number[]): readonly OutlineEntry[] {
  const byName = new Map<string, OutlineEntry[]>();
  const titles = titlesOf(members);
  members.forEach(({ name }, i) => {
    addTo(byName, name, { title: titles[i] ?? '', page: firsts[i] ?? 1, below: [] });
  });
  return [...byName].map(([title, forms]) => ({
    title,
    page: forms[0]?.page ?? 1,
    below: forms.length > 1 ? forms : [],
  }));
}
