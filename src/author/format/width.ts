/** From here on characters are drawn as wide as Han. */
const FIRST_WIDE = 0x2e80;

/** Columns a line takes in an editor: 2 for Han and full-width forms, 1 for all else. */
export function columnsOf(line: string): number {
  let columns = 0;
  for (const character of line) columns += (character.codePointAt(0) ?? 0) < FIRST_WIDE ? 1 : 2;
  return columns;
}
