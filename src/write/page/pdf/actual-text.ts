import type { Line } from '../../../text/index.ts';
import { textString } from './numbers.ts';
import { losesSpaces } from './spaces.ts';

/** Characters whose meaning nobody but their author knows; PDF/A wants them said (ISO 19005-2, 6.2.11.7.3). */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;

/**
 * What a line says where its characters as drawn do not, as a PDF text string. Null where each
 * character reads back as itself, which is nearly always.
 */
export function actualText(line: Line): string | null {
  if (!line.fragments.some(({ text }) => PRIVATE.test(text)) && !losesSpaces(line)) return null;
  const text = line.fragments.map((fragment) => fragment.text).join('') + line.trailing;
  return textString(text);
}
