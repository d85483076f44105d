import type { RuledCell } from './types.ts';

/** The word added to a text that is printed again (（续）); empty where nothing is added. */
export type Suffix = string;

/** A word that says that a text goes on is no longer than this. */
const LONGEST = 8;

/**
 * What the lower text adds to the upper one, of which it is otherwise a copy; null where it is none. The word stands on a
 * line of its own, as in 年度重点／工作任务／（续）, in brackets or with the character 续.
 */
export function againSuffix(above: RuledCell, below: RuledCell): Suffix | null {
  if (below.text === above.text) return '';
  if (!below.text.startsWith(above.text)) return null;
  const word = below.text.slice(above.text.length);
  if (word.length > LONGEST || !(word.includes('续') || /^[（(〔[].*[）)〕\]]$/u.test(word))) return null;
  return startsLine(below, above.text.length) ? word : null;
}

/** Whether a cell's text has a line, or a character of vertical text, that begins at an index. */
function startsLine({ lines }: RuledCell, index: number): boolean {
  let at = 0;
  for (const { text } of lines) {
    if (at === index) return true;
    at += text.length;
  }
  return false;
}

/** Whether a text ends with a word that says that it goes on from the page before. */
export const hasWord = (cell: RuledCell, word: Suffix): boolean => word !== '' && cell.text.endsWith(word);
