/** What is told whole or not at all: a number with its sign and unit of counting, a Western word. The rest by characters. */
const atoms =
  /[≥≤＞＜>≈±+-]?[0-9０-９〇零一二三四五六七八九十百千万亿两](?:[0-9０-９〇零一二三四五六七八九十百千万亿两]|[.．,点](?=[0-9０-９零一二三四五六七八九])){0,30}[元%％‰]?|[A-Za-z]{1,30}|./gsu;
const number = /^[≥≤＞＜>≈±+-]?[0-9０-９〇零一二三四五六七八九十百千万亿两]/u;
const mark = /^[，。；：！？、\n,;]$/u;
/** So many characters before a number are told with it, so that nobody takes it for another's. */
const NAMING = 10;

const atomsOf = (text: string): readonly string[] => text.match(atoms) ?? [];
const lengthOf = (text: string): number => [...text].length;

/** The beginning of a text, at most so many characters but at least one atom: no number is cut in two. */
export function headOf(text: string, most: number): string {
  if (most === 0) return '';
  let head = '';
  let length = 0;
  for (const atom of atomsOf(text)) {
    length += lengthOf(atom);
    if (head !== '' && length > most) break;
    head += atom;
  }
  return head;
}

/** The end of a text, at least so many characters; a number it begins with is told with the words before it. */
export function tailOf(text: string, least: number): string {
  const all = atomsOf(text);
  let from = all.length;
  let length = 0;
  while (from > 0 && length < least) {
    from -= 1;
    length += lengthOf(all[from] as string);
  }
  if (from < all.length && number.test(all[from] as string)) {
    for (let room = NAMING; room > 0 && from > 0 && !mark.test(all[from - 1] as string); room -= 1) from -= 1;
  }
  return all.slice(from).join('');
}

/** A text without its middle; whole where that would save nothing. */
export function withoutMiddle(text: string, { head, tail }: { readonly head: number; readonly tail: number }): string {
  const [start, end] = [headOf(text, head), tailOf(text, tail)];
  return start.length + end.length + 2 >= text.length ? text : `${start}……${end}`;
}
