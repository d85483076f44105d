/** A half-open range of a text file in UTF-16 units; line and column are derived only when it is printed. */
export type Span = { readonly file: string; readonly start: number; readonly end: number };

/** A place for people: line and column count from 1, the column in UTF-16 units. */
export type Place = { readonly line: number; readonly column: number };

/** Line and column of an offset in a text. */
export function placeAt(text: string, offset: number): Place {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: Math.min(offset, text.length) - lineStart + 1 };
}
