import { type Path, placeAt } from '../../base/index.ts';
import { changeLines, type RecordChanges, showPlainly } from '../../compare/index.ts';
import { spanAt } from '../../pull/index.ts';
import type { SourceFile } from '../../source/index.ts';

/** A record before and after, and its file as people name it. */
type Ends = { readonly before: SourceFile; readonly after: SourceFile; readonly file: string };

/** A line for each change that was written, with its place in the new file; of what is gone that in the old one. */
export function pulledLines(changes: RecordChanges, { before, after, file }: Ends): readonly string[] {
  return changeLines(changes).map(({ change, words }) => {
    const text = words.map(({ kind, text: word }) => showPlainly(kind, word)).join('');
    const source = change.kind === 'removed' ? before : after;
    const place = `${change.kind === 'removed' ? '原 ' : ''}${placeIn(source, change.path, file)}`;
    const isPlaced = words.at(-1)?.kind === 'place' && text.endsWith('）');
    return isPlaced ? `${text.slice(0, -1)}；${place}）` : `${text}（${place}）`;
  });
}

function placeIn(source: SourceFile, path: Path, file: string): string {
  const { line, column } = placeAt(source.text, spanAt(source, path).start);
  return `${file}:${line}:${column}`;
}
