import type { Member } from './types.ts';

/**
 * What each form of a volume is called in its contents: the form's name, and more where a department has several; the
 * year where even that does not tell them apart.
 */
export function titlesOf(members: readonly Member[]): readonly string[] {
  const isRepeated = repeatedAmong(members, keyOf);
  const isTwice = repeatedAmong(members, (member) => `${keyOf(member)}\0${member.detail}`);
  return members.map((member) => {
    const { blueprint, detail, year } = member;
    if (!isRepeated(member)) return blueprint.id;
    return `${blueprint.id}（${detail}${isTwice(member) && year !== '' ? `，${year} 年` : ''}）`;
  });
}

function repeatedAmong(members: readonly Member[], keyIn: (member: Member) => string): (member: Member) => boolean {
  const known = new Set<string>();
  const repeated = new Set<string>();
  for (const member of members) {
    const key = keyIn(member);
    if (known.has(key)) repeated.add(key);
    known.add(key);
  }
  return (member) => repeated.has(keyIn(member));
}

const keyOf = ({ name, blueprint }: Member): string => `${blueprint.id}\0${name}`;
