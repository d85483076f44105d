import { attribute, type Tag } from './xml.ts';

/** Hidden text is not printed, struck-out text is void for who reads it. */
export type Property = 'vanish' | 'strike' | 'dstrike';

/** How text is shown; what is left out is left to styles. */
export type Shown = { -readonly [P in Property]?: boolean };

const properties: ReadonlyMap<string, Property> = new Map([
  ['w:vanish', 'vanish'],
  ['w:strike', 'strike'],
  ['w:dstrike', 'dstrike'],
]);

/** Notes what an element of a `w:rPr` says. */
export function noteProperty(shown: Shown, name: string, tag: Tag): void {
  const property = properties.get(name);
  if (property !== undefined) shown[property] = isOn(tag, 'val');
}

/** A switch without a value is on (ISO/IEC 29500-1, 17.17.4). */
export const isOn = (tag: Tag, name: string): boolean => !/^(?:0|false|off)$/.test(attribute(tag, name) ?? '');

/** Fonts whose characters are pictures: what stands at a letter's place is no letter. */
const PICTURES =
  /^(?:symbol|(?:wing|web)dings.*|marlett|mt extra|(?:itc )?zapf ?dingbats.*|monotype sorts.*|(?:bookshelf|ms reference) .*|ms outlook|opensymbol|starsymbol)$/i;
const PRIVATE = /[\p{Co}\p{Cs}\p{Cc}\p{Cn}]/u;

/** The character of a `w:sym`; null where it is a picture that only its font knows. */
export function symbolOf(tag: Tag): string | null {
  const written = attribute(tag, 'char') ?? '';
  const code = /^[0-9a-f]{1,6}$/i.test(written) ? Number.parseInt(written, 16) : Number.NaN;
  if (!(code <= 0x10ffff) || PICTURES.test(attribute(tag, 'font')?.trim() ?? '')) return null;
  const character = String.fromCodePoint(code);
  return PRIVATE.test(character) ? null : character;
}
