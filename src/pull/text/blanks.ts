/** A break inside a paragraph (`w:br`), which is told from the end of one until it is known what it means. */
export const SOFT = '\u000b';

// What stands at an end is looked for where a stretch begins: a long one inside would take the square of its length.
const breaks = new RegExp(`^[\\n${SOFT}]+|(?<![\\n${SOFT}])[\\n${SOFT}]+$`, 'g');
const around = /^[ \t\u00a0]+|(?<![ \t\u00a0])[ \t\u00a0]+$/g;

/**
 * The paragraphs of a document as one text, a line each: tabs are blanks, blanks at either end of a line say nothing,
 * and neither do empty lines above and below. `\n` inside a paragraph is a soft break.
 */
export function textOfParagraphs(paragraphs: readonly string[]): string {
  const lines = paragraphs.map((paragraph) =>
    paragraph
      .split('\n')
      .map((line) => line.replace(/\t/g, ' ').replace(around, ''))
      .join(SOFT),
  );
  return lines.join('\n').replace(breaks, '');
}

/** A text without any white space, as labels are compared: people break and space them to please the eye. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** A printed text as it comes back from a document. */
export const asReadBack = (text: string): string => textOfParagraphs(text.split('\n'));

/** What a text may mean whose soft breaks are ends of paragraphs, or nothing at all. */
export const readings = (text: string): { readonly broken: string; readonly joined: string } => ({
  broken: asReadBack(text.replaceAll(SOFT, '\n')),
  joined: joinLines(text.split(SOFT)),
});

/** Lines as one: a blank between two only where both sides are letters, digits or signs of ASCII. */
function joinLines(lines: readonly string[]): string {
  let joined = '';
  let last = '';
  for (const line of lines) {
    joined += ASCII.test(last) && ASCII.test(line.charAt(0)) ? ` ${line}` : line;
    last = line.at(-1) ?? last;
  }
  return joined;
}

const ASCII = /^[!-~]$/;
