import type { Member } from './types.ts';

/** What each form of a volume is called in its contents: the form's name, and more where a department has several. */
export function titlesOf(members: readonly Member[]): readonly string[] {
  const known = new Set<string>();
  const repeated = new Set<string>();
  for (const member of members) {
    const key = keyOf(member);
    if (known.has(key)) repeated.add(key);
    known.add(key);
  }
  return members.map((member) => {
    const { blueprint, detail } = member;
    return repeated.has(keyOf(member)) ? `${blueprint.id}（${detail}）` : blueprint.id;
  });
}

const keyOf = ({ name, blueprint }: Member): string => `${blueprint.id}\0${name}`;
