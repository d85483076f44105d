/** ICU's dictionary of Chinese words; the language is given, so that nothing depends on the machine's locale. */
let segmenter: Intl.Segmenter | null = null;

/**
 * Of the permitted break places of a label those between its words (年度重点/工作任务, never 年度重点工作任/务). A single
 * Han such as 数 or 值 stays with the word before it.
 */
export function wordBreaks(codePoints: readonly number[], allowed: Uint8Array): Uint8Array {
  segmenter ??= new Intl.Segmenter('zh-CN', { granularity: 'word' });
  const between = new Uint8Array(allowed.length);
  let at = 0;
  for (const { segment } of segmenter.segment(String.fromCodePoint(...codePoints))) {
    const length = [...segment].length;
    const lonely = length === 1 && /\p{Script=Han}/u.test(segment);
    if (!lonely) between[at] = allowed[at] ?? 0;
    at += length;
  }
  return between;
}
