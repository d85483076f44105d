import type { Member } from './types.ts';

/**
 * What each form of a volume is called in its contents: the form's name, and more where a department has several; the
 * year where even that does not tell them apart, and their order where nothing does.
 */
export function titlesOf(members: readonly Member[]): readonly string[] {
  const counts = new Map<string, number>();
  const years = new Map<string, Set<string>>();
  for (const member of members) {
    const key = keyOf(member);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    years.set(detailedKey(member), (years.get(detailedKey(member)) ?? new Set()).add(member.year));
  }
  const titles = members.map((member) => {
    const { blueprint, detail, year } = member;
    if (counts.get(keyOf(member)) === 1) return blueprint.id;
    const isOfYears = year !== '' && (years.get(detailedKey(member))?.size ?? 0) > 1;
    return `${blueprint.id}（${detail}${isOfYears ? `，${year} 年` : ''}）`;
  });
  return numbered(titles, members);
}

/** Titles of one department that are the same are counted. */
function numbered(titles: readonly string[], members: readonly Member[]): readonly string[] {
  const keys = titles.map((title, i) => `${members[i]?.name}\0${title}`);
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  return titles.map((title, i) => {
    const key = keys[i] as string;
    if (counts.get(key) === 1) return title;
    const place = (seen.get(key) ?? 0) + 1;
    seen.set(key, place);
    return title.endsWith('）') ? `${title.slice(0, -1)}，第 ${place} 份）` : `${title}（第 ${place} 份）`;
  });
}

const keyOf = ({ name, blueprint }: Member): string => `${blueprint.id}\0${name}`;

const detailedKey = (member: Member): string => `${keyOf(member)}\0${member.detail}`;
