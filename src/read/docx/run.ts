import { attribute, type Tag } from './xml.ts';

/** How the text of a run is shown. */
export type Run = { hidden: boolean; struck: boolean };

/** Notes a property of a run: hidden text is not printed, struck-out text is void for who reads it. */
export function noteProperty(run: Run, name: string, tag: Tag): void {
  if (name === 'w:vanish') run.hidden = isOn(tag);
  else if (name === 'w:strike' || name === 'w:dstrike') run.struck ||= isOn(tag);
}

/** A property without a value is on (ISO/IEC 29500-1, 17.17.4). */
const isOn = (tag: Tag): boolean => !/^(?:0|false|off)$/.test(attribute(tag, 'val') ?? '');

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
