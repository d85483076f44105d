import { type Code, type Diagnostic, diagnostic, type Span, shortened } from '../base/index.ts';
import { placeText, type Where } from './edited/document.ts';
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
