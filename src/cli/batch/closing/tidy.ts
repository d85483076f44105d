import { outputFile } from '../../render-one.ts';
import { visibleText } from '../../width.ts';
import type { Books } from '../books/books.ts';
import { type Gone, prune } from '../books/gone.ts';

/** How many files a list names. */
const MOST = 20;

/** Names the output of records that are gone, or removes it; gives the lines to be told. */
export function tidy(
  gone: readonly Gone[],
  books: Pick<Books, 'forget'>,
  way: { out: string; prune: boolean },
): string[] {
  const there = gone.filter(({ outputs }) => outputs.length > 0);
  for (const one of gone) if (one.outputs.length === 0) books.forget(one, []);
  if (!way.prune) {
    const files = there.flatMap((one) => one.outputs.map(({ format }) => outputFile(way.out, one, format)));
    return listed('这些成品的数据已经没有了（加 --prune 就删掉）', files);
  }
  const pruned = there.flatMap((one) => {
    const results = prune(one, way.out);
    const left = one.outputs.filter((_, i) => results[i]?.isRemoved === false);
    books.forget(one, left);
    return results;
  });
  const named = (isRemoved: boolean): string[] =>
    pruned.filter((one) => one.isRemoved === isRemoved).map(({ file }) => file);
  return [
    ...listed('数据已经没有了，删掉了成品', named(true)),
    ...listed('数据已经没有了，可是这些成品生成以后有人改过（或者删不了），没有删', named(false)),
  ];
}

/** A title and the first of the files below it. */
export function listed(title: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const rest = files.length > MOST ? [`  等 ${files.length} 个`] : [];
  return [`${title}：`, ...files.slice(0, MOST).map((file) => `  ${visibleText(file)}`), ...rest];
}
