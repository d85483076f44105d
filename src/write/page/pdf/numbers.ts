/** A length in integer thousandths of a point, written in points: exact, at most three decimals, no exponent. */
export function points(thousandths: number): string {
  if (thousandths < 0) return `-${points(-thousandths)}`;
  const rest = thousandths % 1000;
  const whole = (thousandths - rest) / 1000;
  if (rest === 0) return `${whole}`;
  if (rest % 100 === 0) return `${whole}.${rest / 100}`;
  if (rest % 10 === 0) return rest < 100 ? `${whole}.0${rest / 10}` : `${whole}.${rest / 10}`;
  return rest < 10 ? `${whole}.00${rest}` : rest < 100 ? `${whole}.0${rest}` : `${whole}.${rest}`;
}

/** A number from 0 to 65535 as four hexadecimal digits. */
export const hex4 = (value: number): string => (value + 0x10000).toString(16).slice(1);

/** A code point as UTF-16BE in hexadecimal: four digits, or the eight of a surrogate pair. */
export function utf16Hex(codePoint: number): string {
  if (codePoint < 0x10000) return hex4(codePoint);
  const above = codePoint - 0x10000;
  return hex4(0xd800 + (above >> 10)) + hex4(0xdc00 + (above & 0x3ff));
}

/** A text as a PDF text string: UTF-16BE with its mark, in hexadecimal (ISO 32000-1, 7.9.2.2). */
export const textString = (text: string): string =>
  `<FEFF${Array.from(text, (character) => utf16Hex(character.codePointAt(0) ?? 0)).join('')}>`;
