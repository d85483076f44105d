import { type Outcome, succeed } from '../../base/index.ts';
import { markDocument, showPlainly, textOfRecord } from '../../compare/index.ts';
import type { Filled } from '../../pipeline.ts';
import { isFolder } from '../disk/on-disk.ts';
import { writeWhole } from '../disk/output.ts';
import type { Compared } from './compared.ts';
import type { DiffOptions, Telling } from './options.ts';
import type { Pair } from './pair.ts';
import { NO_CHANGES } from './told.ts';

type Marked = Compared & { readonly record: { readonly kind: 'both' }; readonly after: Filled };

/** Whether there is something to be marked. */
const hasMarks = (one: Compared): one is Marked =>
  one.record.kind === 'both' && one.record.changes.changes.length > 0 && one.after !== null;

/** Told where one PDF is asked for and several would have to be written. */
export function tooMany(all: readonly Compared[], { as, out }: DiffOptions): string | null {
  const count = all.filter(hasMarks).length;
  if (as !== 'pdf' || out === undefined || !isPdfName(out) || count <= 1) return null;
  const folder = out.replace(/\.pdf$/iu, '') || 'out';
  return `${count} 份有改动，一个文件写不下；-o 后面写文件夹，例如 -o ${folder}。\n`;
}

const isPdfName = (name: string): boolean => /\.pdf$/iu.test(name) && !isFolder(name);

/** A marked PDF for each record that changed. */
export async function writeMarked(
  all: readonly Compared[],
  { press, options, terminal }: Telling,
): Promise<Outcome<null>> {
  const { writePdf } = await import('../../write/page/pdf/index.ts');
  if (all.length === 0) terminal.out(NO_CHANGES);
  const count = all.filter(hasMarks).length;
  for (const one of all) {
    const { pair, record } = one;
    if (!hasMarks(one)) {
      if (record.kind !== 'faulty') terminal.out(textOfRecord(record, showPlainly));
      continue;
    }
    const marked = markDocument({ filled: one.after, changes: one.record.changes }, press.set);
    if (!marked.ok) return marked;
    const written = writeWhole(pdfName(pair, options.out, count), await writePdf(marked.value));
    if (!written.ok) return written;
    terminal.out(`已生成 ${written.value}（${marked.value.pages.length}页，最后是修订说明）\n`);
  }
  return succeed(null);
}

function pdfName({ target }: Pair, out: string | undefined, count: number): string {
  if (out !== undefined && count === 1 && isPdfName(out)) return out;
  return `${out ?? 'out'}/${target}-修订.pdf`;
}
