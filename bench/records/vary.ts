import { characterSource } from './characters.ts';
import { type Random, startRandom } from './random.ts';

/** A value on its line: `键: 值`, in a block or between braces. Comments stay. */
const VALUE = /(?<key>[\p{Script=Han}]+): (?<text>[^,{}#\n]+)/gu;
const HAN = /\p{Script=Han}/gu;
/** From so many Han characters on a value counts as a text of its author's own. */
const LONG = 6;
/** What is counted is whole. */
const COUNT = '数';
/** What says which form it is, and whose. */
const KEPT = new Set(['表', '年度', '部门名称']);

/**
 * Makes other records of a real one: throughout its long texts every Han character is exchanged for another, drawn anew
 * for each record, while punctuation and lengths stay; some rows of indicators go and others come; amounts grow or
 * shrink together, so that their sums hold. So a record has as many different characters as the real one, but no text and
 * hardly a word in common with the next: no cache of texts or paragraphs can shine.
 */
export function recordMaker(model: string, seed: number): (index: number) => string {
  const draw = characterSource(seed);
  return (index) => {
    const random = startRandom(seed, index);
    const exchange = characterExchange(() => draw(random));
    const thousandths = 501 + Math.floor(random() * 1498);
    return withOtherRows(model, random).replace(VALUE, (whole, key: string, text: string) => {
      if (KEPT.has(key)) return whole;
      if (/^[1-9]\d*(\.\d+)?$/.test(text.trim()))
        return `${key}: ${key.endsWith(COUNT) ? otherDigits(text, random) : scaled(text, thousandths)}`;
      const han = text.match(HAN)?.length ?? 0;
      return han < LONG ? whole : `${key}: ${text.replace(HAN, exchange)}`;
    });
  };
}

/** An item of a list on a line of its own, as indicators stand: its first value apart. */
const ITEM = /^ +- \{ [^:]+: (?<name>[^,{}]+)/u;
/** One row in so many goes, and as many come. */
const OTHER_ROW = 8;

/** Some rows less and some more; no list loses its first row. */
function withOtherRows(model: string, random: Random): string {
  const lines = model.split('\n');
  return lines
    .flatMap((line, i) => {
      const { name } = ITEM.exec(line)?.groups ?? {};
      if (name === undefined) return line;
      const lot = Math.floor(random() * OTHER_ROW);
      if (lot === 0 && ITEM.test(lines[i - 1] ?? '')) return [];
      return lot === 1 ? [line, line.replace(name, `${name}（二）`)] : line;
    })
    .join('\n');
}

/** Equal characters for equal ones, different ones for different ones. */
function characterExchange(draw: () => string): (character: string) => string {
  const exchanged = new Map<string, string>();
  const taken = new Set<string>();
  return (character) => {
    const known = exchanged.get(character);
    if (known !== undefined) return known;
    let other = draw();
    while (taken.has(other)) other = draw();
    taken.add(other);
    exchanged.set(character, other);
    return other;
  };
}

/** A number times so many thousandths, exactly. */
function scaled(text: string, thousandths: number): string {
  const [whole = '', fraction = ''] = text.trim().split('.');
  const scale = fraction.length + 3;
  const digits = (BigInt(whole + fraction) * BigInt(thousandths)).toString().padStart(scale + 1, '0');
  const decimals = digits.slice(-scale).replace(/0+$/, '');
  return `${digits.slice(0, -scale)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** No zero, so that no number begins or ends with one. */
const otherDigits = (number: string, random: Random): string =>
  number.replace(/[1-9]/g, () => String(1 + Math.floor(random() * 9)));
