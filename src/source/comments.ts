/** What a quoted text begins behind: a colon, a dash, a comma or a bracket, or nothing. */
const beforeText = /(?:^|[:,，：\-[{])$/u;

/**
 * A line without the comment behind it. What stands behind a `#` while a bracket is open was meant as text: nobody opens
 * one and comments before it is closed.
 */
export function withoutComment(line: string): string {
  let quote = '';
  let depth = 0;
  let last = '';
  for (let i = 0; i < line.length; i += 1) {
    const sign = line[i] as string;
    if (quote !== '') {
      const isEscaped = (sign === '\\' && quote === '"') || (sign === quote && line[i + 1] === quote);
      if (isEscaped) i += 1;
      else if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && beforeText.test(last)) quote = sign;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (sign === '#' && depth <= 0 && /^\s?$/u.test(line[i - 1] ?? '')) return line.slice(0, i).trimEnd();
    if (!/\s/u.test(sign)) last = sign;
  }
  return line;
}
