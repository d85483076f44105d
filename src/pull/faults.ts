import { type Code, type Diagnostic, diagnostic, type Span, shortened } from '../base/index.ts';
import { unreadWords } from '../read/index.ts';
import { type EditedCell, placeText, type Where } from './edited/document.ts';
import { SOFT } from './text/blanks.ts';

/** Characters of a text that are shown in a message. */
const SHOWN = 24;

/** A text of a document as a message quotes it. */
export function shown(text: string): string {
  return shortened(text.replaceAll('\n', ' ¶ ').replaceAll(SOFT, ' '), SHOWN);
}

/** Something seen in a document: where it stands there, and where in the YAML or the template. */
export type Seen = { readonly code: Code; readonly at: Span; readonly where: Where; readonly text: string };

/** What was not understood of a document; `saw` goes on after the place and the text, `advice` says what to do. */
export const fault = ({ code, at, where, text }: Seen, saw: string, advice: string): Diagnostic =>
  diagnostic({
    code,
    at,
    message: `${placeText(where)}${text === '' ? '（空）' : `“${shown(text)}”`}：${saw}`,
    advice,
  });

/** P013 for a cell of which not all could be read. */
export const unreadFault = ({ where, text, unread }: EditedCell, at: Span): Diagnostic =>
  fault(
    { code: 'P013', at, where, text },
    `这里有${unread.map((kind) => unreadWords[kind]).join('、')}，没有写回`,
    '照看见的样子在 Word 里改成普通的字，划掉的字删去，再写回；或者直接改 YAML。',
  );
