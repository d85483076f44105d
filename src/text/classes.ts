/** How a character behaves at the end and at the start of a line. */
export type BreakClass =
  | 'han'
  | 'open'
  | 'close'
  | 'dash'
  | 'prefix'
  | 'postfix'
  | 'word'
  | 'joiner'
  | 'slash'
  | 'space'
  | 'glue';

/**
 * Characters of each class; all others are `han`, where a line may break on both sides.
 * - `open`: never at a line's end (CLREQ 3.1.6.1, GB/T 15834-2011 5.1.2); `close`: never at a line's start;
 * - `dash`: —— and …… are not parted (CLREQ 3.1.6.2);
 * - `prefix`, `postfix`: a sign or a unit sign is not parted from its number (CLREQ 3.1.6.3);
 * - `word`: letters and digits; `joiner`: belongs to a word between two of its characters;
 * - `slash`: never at a line's start, a word may break behind it.
 */
const characters: Readonly<Record<Exclude<BreakClass, 'han'>, string>> = {
  open: '（《「『【〔〈〖［｛“‘([{｢〘〚',
  close: '、，。．：；？！）》」』】〕〉〗］｝”’)]}!?;:,｣〙〛・·～々〻ー’',
  dash: '—…‥⋯─',
  prefix: '≥≤＞＜＝≈±+-−￥¥$＄№#>=<＋－',
  postfix: '%％‰‱℃°′″￠¢㎡',
  word: '',
  joiner: '.,:\'’-_@&+*=×~^|\\"',
  slash: '/／',
  space: ' \t\u3000',
  glue: '\u00a0\u2060\ufeff\u202f',
};

const classOf = new Map<number, BreakClass>();
for (const [name, list] of Object.entries(characters)) {
  if (name === 'joiner') continue;
  for (const character of list) classOf.set(character.codePointAt(0) as number, name as BreakClass);
}
const joiners = new Set([...characters.joiner].map((character) => character.codePointAt(0) as number));

/** The class of a code point without its neighbours. */
export function breakClass(codePoint: number): BreakClass {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'han';
  const known = classOf.get(codePoint);
  if (known !== undefined) return known;
  if (isWord(codePoint)) return 'word';
  return joiners.has(codePoint) ? 'joiner' : 'han';
}

/** Whether a character between two letters or digits holds them together: 3.0, 4,128.5, e-mail. */
export const isJoiner = (codePoint: number): boolean => joiners.has(codePoint);

/** ASCII letters and digits, Latin, Greek and Cyrillic letters, combining marks. */
function isWord(codePoint: number): boolean {
  if (codePoint < 0x80) {
    return (
      (codePoint >= 0x30 && codePoint <= 0x39) ||
      (codePoint >= 0x41 && codePoint <= 0x5a) ||
      (codePoint >= 0x61 && codePoint <= 0x7a)
    );
  }
  return codePoint >= 0xc0 && codePoint < 0x590 && codePoint !== 0xd7 && codePoint !== 0xf7;
}
