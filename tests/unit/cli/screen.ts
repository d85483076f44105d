/** What stands on a terminal after it was sent a text: lines that never wrap, and the few sequences that a bar uses. */
export function screenOf(sent: string): string[] {
  const lines: string[] = [''];
  let row = 0;
  let column = 0;
  const write = (text: string): void => {
    const line = (lines[row] ?? '').padEnd(column);
    lines[row] = line.slice(0, column) + text + line.slice(column + text.length);
    column += text.length;
  };
  for (const [piece] of sent.matchAll(/\p{Cc}\[\??[\d;]*[A-Za-z]|[\r\n]|\P{Cc}+/gu)) {
    if (piece === '\r' || piece === '\u001B[1G') column = 0;
    else if (piece === '\n') {
      row += 1;
      column = 0;
      lines[row] ??= '';
    } else if (piece === '\u001B[K' || piece === '\u001B[0K') lines[row] = (lines[row] ?? '').slice(0, column);
    else if (piece === '\u001B[0J') lines.splice(row, Number.POSITIVE_INFINITY, (lines[row] ?? '').slice(0, column));
    else if (piece.startsWith('\u001B')) throw new Error(`unknown sequence ${JSON.stringify(piece)}`);
    else write(piece);
  }
  return lines;
}
