import { quoted, rowText, verbs } from './sentences.ts';
import type { Change } from './types.ts';

/** Up to so many rows and values are named, of more the first. */
const NAMED = 3;

/** A change that caused another: what was done, the list that its row stands in, and the row's or value's name. */
type Cause = { readonly verb: string; readonly noun: string; readonly name: string };

/** What caused a consequence, such as 因删去年度主要任务“甲”，改年度主要任务“乙”、第 9 项. */
export function causesText(causes: readonly Change[]): string {
  const byDeed = new Map<string, Cause[]>();
  for (const cause of causes.map(causeOf)) {
    const key = `${cause.verb}${cause.noun}`;
    const same = byDeed.get(key);
    if (same === undefined) byDeed.set(key, [cause]);
    else if (!same.some(({ name }) => name === cause.name)) same.push(cause);
  }
  return `因${[...byDeed].map(([deed, all]) => deed + namesText(all)).join('，')}`;
}

const namesText = (all: readonly Cause[]): string =>
  all.length > NAMED ? `${all[0]?.name}等 ${all.length} 项` : all.map(({ name }) => name).join('、');

function causeOf(change: Change): Cause {
  if ('row' in change) {
    const { noun } = change.row;
    return { verb: verbs[change.kind], noun, name: rowText(change.row).slice(noun.length) };
  }
  const verb = '改';
  const names = [...change.place, change.what];
  // What follows the last number of a path lies inside the row; names follow each other like the parts of the path.
  const inside = change.path.length - 1 - change.path.findLastIndex((part) => typeof part === 'number');
  const row = names.at(-inside - 1);
  if (inside === change.path.length || row === undefined) return { verb, noun: '', name: quoted(change.what) };
  return { verb, noun: names.at(-inside - 2) ?? '', name: /^第 \d+ 项$/.test(row) ? row : quoted(row) };
}
