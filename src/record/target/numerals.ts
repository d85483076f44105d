const digits = '零一二三四五六七八九';

/**
 * A whole number from 0 to 999 in Chinese numerals, such as 九十五, 百 or 一百二十; null for any other text, also for
 * 一百二, which some read as 102 and most as 120.
 */
export function parseNumerals(text: string): number | null {
  const { hundreds, rest = text } = /^(?<hundreds>[一二两三四五六七八九]?)百(?<rest>.*)$/.exec(text)?.groups ?? {};
  if (hundreds === undefined) return parseTens(text);
  const above = (hundreds === '' ? 1 : digitOf(hundreds)) * 100;
  if (rest === '') return above;
  const below = /^(?:零[一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?)$/.test(rest)
    ? parseTens(rest.replace('零', ''))
    : null;
  return below === null ? null : above + below;
}

function parseTens(text: string): number | null {
  const { tens, ten, ones } =
    /^(?<tens>[二三四五六七八九]?)(?<ten>十?)(?<ones>[零一二三四五六七八九]?)$/.exec(text.replace(/^一十/, '十'))
      ?.groups ?? {};
  if (text === '' || tens === undefined) return null;
  if (ten === '') return tens !== '' && ones !== '' ? null : digitOf(tens || ones || '');
  return (tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' || ones === undefined ? 0 : digitOf(ones));
}

const digitOf = (digit: string): number => digits.indexOf(digit === '两' ? '二' : digit);
