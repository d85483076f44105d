/** Where a text stands: in a line of its own, or between the brackets of a flow collection. */
type Context = 'block' | 'flow';

/** First characters that mean something to YAML. */
const marks = /^[,[\]{}#&*!|>'"%@`]/u;
/** `-`, `?` and `:` are marks only before a blank, or where the text ends; three dots or dashes end a document. */
const loneMark = /^(?:[-?:](?:\s|$)|---|\.\.\.)/u;
/** A colon that ends a key, a number sign that begins a comment, and a line end. */
const inside = /:(?:\s|$)|\s#|\n/u;
/** What ends a text between brackets. */
const flowMarks = /[,[\]{}]|^[-?:]/u;
/** Words that other readers of YAML, editors among them, take for no text. */
const misread = /^(?:~|null|true|false|yes|no|on|off|<<|=)$/iu;

/** True where a text can stand without quotes and nobody takes it for something else. */
export const isPlain = (text: string, context: Context): boolean =>
  text !== '' &&
  text.trim() === text &&
  !marks.test(text) &&
  !loneMark.test(text) &&
  !inside.test(text) &&
  !misread.test(text) &&
  (context === 'block' || !flowMarks.test(text));

/** A text of one line as a key or a value: plain where it can be, else in single quotes; nothing for the empty text. */
export function scalarText(text: string, context: Context): string {
  if (text === '' || isPlain(text, context)) return text;
  // Double quotes need no escapes for a text with apostrophes and neither backslashes nor double quotes.
  return text.includes("'") && !/["\\]/u.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
}

/**
 * The header and the lines of a text of several lines as block text, not yet indented. A first line that begins with
 * blanks needs the indentation said in its header, which otherwise is taken from that line.
 */
export function blockText(text: string): { readonly header: string; readonly lines: readonly string[] } {
  return { header: text.startsWith(' ') ? '|2' : '|', lines: text.split('\n') };
}
