/**
 * A text with full-width letters, digits and signs as ASCII and white space as blanks, unit for unit, so that every
 * index means the same in both. Chinese stops, commas and quotes stay.
 */
export function fold(text: string): string {
  return text.replace(foldable, foldUnit);
}

const foldable = /[\uFF01-\uFF5E\s\u2212\uFE63]/g;

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e && !'，；：？！（）'.includes(unit)) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2212 || code === 0xfe63) return '-';
  return code >= 0xff01 && code <= 0xff5e ? unit : ' ';
}
