/** A piece of markup: a start tag (or one that closes itself), an end tag, or text. `start` counts from the scanned text. */
export type Token =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: readonly Attribute[];
      readonly closed: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'stray'; readonly start: number; readonly end: number };

export type Attribute = { readonly name: string; readonly value: string };

const tag = /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|<!--[\s\S]*?-->|[^<]+|</g;
const attribute = /([\w-]+)="([^"<]*)"/g;

/** Splits markup into tokens; comments are dropped, a `<` that starts no tag is `stray`. */
export function scan(markup: string): Token[] {
  const tokens: Token[] = [];
  for (const match of markup.matchAll(tag)) {
    const [whole, slash, name, attributes, closed] = match;
    const place = { start: match.index, end: match.index + whole.length };
    if (name !== undefined && slash === '/') tokens.push({ kind: 'close', name, ...place });
    else if (name !== undefined) {
      const list =
        attributes === ''
          ? []
          : [...(attributes ?? '').matchAll(attribute)].map(([, key, value]) => ({
              name: key ?? '',
              value: value ?? '',
            }));
      tokens.push({ kind: 'open', name, attributes: list, closed: closed === '/', ...place });
    } else if (whole === '<') tokens.push({ kind: 'stray', ...place });
    else if (!whole.startsWith('<!--')) tokens.push({ kind: 'text', text: whole, ...place });
  }
  return tokens;
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

/** Literal text of a template with its entities resolved; line breaks with the indent around them are layout of the source. */
export const literalText = (text: string): string =>
  text
    .replace(/[ \t]*\r?\n\s*/g, '')
    .replace(/&(?:lt|gt|amp|quot|#x27|#x60|#x3D);/g, (entity) => entities[entity] ?? entity);
