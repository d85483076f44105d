/** East Asian Wide and Fullwidth ranges (UAX #11), coarse: what terminals draw two columns wide. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** Columns a character takes in a terminal: 2 for Han and full-width forms, 0 for combining and format characters. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x300) return 1;
  if (wide.some(([first, last]) => codePoint >= first && codePoint <= last)) return 2;
  // Symbols that are drawn as pictures without being asked to (UTS #51) are wide too.
  if (/\p{Emoji_Presentation}/u.test(character)) return 2;
  return /[\p{Mn}\p{Me}\p{Cf}]/u.test(character) ? 0 : 1;
}

/** Columns a text takes in a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/**
 * Characters that would steer a terminal instead of being seen; a file's own text must not move the cursor. Direction
 * marks and line separators are among them, line breaks as well, tabs are not.
 */
const steering = /(?!\t)\p{Cc}|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** A text in which steering characters show as pictures. */
export const visibleText = (text: string): string =>
  text.replace(steering, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return codePoint < 0x20 ? String.fromCodePoint(0x2400 + codePoint) : '\u{FFFD}';
  });
