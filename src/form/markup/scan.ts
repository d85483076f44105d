import { flatMap } from '../../base/index.ts';
/** A stretch of a template's markup; `start` and `end` count from the scanned text. */
export type Token = { readonly start: number; readonly end: number } & (
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: readonly Attribute[];
      /** Ends itself: `<cell/>`. */
      readonly closed: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A start tag with something in it that is no attribute, or that is cut off by the end of the scanned text. */
  | { readonly kind: 'broken'; readonly name: string; readonly closed: boolean }
  | { readonly kind: 'stray' }
);

export type Attribute = { readonly name: string; readonly value: string };

const tag =
  /<(?<slash>\/?)(?<name>[A-Za-z][\w-]*|\p{Script=Han}{1,12})(?<attributes>(?:\s+[\w-]+="[^"<]*")*)\s*(?<closed>\/?)>|<!--[\s\S]*?(?:-->|$)|<(?<broken>[A-Za-z][\w-]*)[^<>]*>?|[^<]+|</gu;
const attribute = /([\w-]+)="([^"<]*)"/g;

/** Splits markup into tokens; comments are dropped, a `<` that starts no tag is `stray`. */
export function scan(markup: string): Token[] {
  return flatMap([...markup.matchAll(tag)], (match): Token[] => {
    const [whole] = match;
    const { slash, name, attributes = '', closed, broken } = match.groups ?? {};
    const place = { start: match.index, end: match.index + whole.length };
    if (name !== undefined && slash === '/') return [{ kind: 'close', name, ...place }];
    if (name !== undefined) {
      const list = [...attributes.matchAll(attribute)].map(([, key = '', value = '']) => ({ name: key, value }));
      return [{ kind: 'open', name, attributes: list, closed: closed === '/', ...place }];
    }
    if (broken !== undefined) return [{ kind: 'broken', name: broken, closed: whole.endsWith('/>'), ...place }];
    if (whole === '<') return [{ kind: 'stray', ...place }];
    if (!whole.startsWith('<!--')) return [{ kind: 'text', text: whole, ...place }];
    return whole.endsWith('-->') ? [] : [{ kind: 'stray', ...place }];
  });
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
]);

/** Literal text of a template as it is printed: entities are resolved; line breaks and the indent around them are layout. */
export const literalText = (text: string): string =>
  withoutIndents(text).replace(/&[a-z]{1,8};/g, (entity) => entities.get(entity) ?? entity);

/** Line by line, because an expression for «blanks before a line break» takes time that grows with the square of them. */
function withoutIndents(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  return lines.map((line, i) => trimBlanks(line, { start: i > 0, end: i < lines.length - 1 })).join('');
}

/** A text without spaces, tabs and line breaks at its ends; full-width blanks are no layout, they are typed to be printed. */
export function trimBlanks(text: string, side: { readonly start: boolean; readonly end: boolean }): string {
  let start = 0;
  let end = text.length;
  if (side.start) while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  if (side.end) while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Space, tab, line feed, carriage return. */
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;
