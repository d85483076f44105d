import type { Member } from './types.ts';

/**
 * What each form of a volume is called in its contents: the form's name, and more where a department has several; the
 * year where even that does not tell them apart.
 */
export function titlesOf(members: readonly Member[]): readonly string[] {
  const isRepeated = repeatedAmong(members);
  const years = new Map<string, Set<string>>();
  for (const member of members)
    years.set(detailedKey(member), (years.get(detailedKey(member)) ?? new Set()).add(member.year));
  const isOfYears = (member: Member): boolean => (years.get(detailedKey(member))?.size ?? 0) > 1;
  return members.map((member) => {
    const { blueprint, detail, year } = member;
    if (!isRepeated(member)) return blueprint.id;
    return `${blueprint.id}（${detail}${isOfYears(member) && year !== '' ? `，${year} 年` : ''}）`;
  });
}

function repeatedAmong(members: readonly Member[]): (member: Member) => boolean {
  const known = new Set<string>();
  const repeated = new Set<string>();
  for (const member of members) {
    const key = keyOf(member);
    if (known.has(key)) repeated.add(key);
    known.add(key);
  }
  return (member) => repeated.has(keyOf(member));
}

const keyOf = ({ name, blueprint }: Member): string => `${blueprint.id}\0${name}`;

const detailedKey = (member: Member): string => `${keyOf(member)}\0${member.detail}`;
