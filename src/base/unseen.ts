/** A character that nobody sees: where it stands in a text, in UTF-16 units, and its name. */
export type Unseen = { readonly start: number; readonly end: number; readonly name: string };

const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const allUnseen = new RegExp(unseen, 'gu');

/** The first character of a text that takes no room and has no ink, such as U+200B; null where there is none. */
export function unseenIn(text: string): Unseen | null {
  const found = unseen.exec(text);
  if (found === null) return null;
  const [character] = found;
  return { start: found.index, end: found.index + character.length, name: codePointName(character) };
}

export const withoutUnseen = (text: string): string => text.replace(allUnseen, '');

/** The name of a text's first character: U+200B. */
export const codePointName = (text: string): string =>
  `U+${(text.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
