import type { Member } from './types.ts';

/**
 * What each form of a volume is called in its contents: the form's name, and more where a department has several; the
 * year where even that does not tell them apart.
 */
export function titlesOf(members: readonly Member[]): readonly string[] {
  const counts = new Map<string, number>();
  const years = new Map<string, Set<string>>();
  for (const member of members) {
    const key = keyOf(member);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    years.set(detailedKey(member), (years.get(detailedKey(member)) ?? new Set()).add(member.year));
  }
  return members.map((member) => {
    const { blueprint, detail, year } = member;
    if (counts.get(keyOf(member)) === 1) return blueprint.id;
    const isOfYears = year !== '' && (years.get(detailedKey(member))?.size ?? 0) > 1;
    return `${blueprint.id}（${detail}${isOfYears ? `，${year} 年` : ''}）`;
  });
}

const keyOf = ({ name, blueprint }: Member): string => `${blueprint.id}\0${name}`;

const detailedKey = (member: Member): string => `${keyOf(member)}\0${member.detail}`;
