import type { Blueprint } from '../../blueprint/index.ts';
import { type Node, parseSource, type SourceFile } from '../../source/index.ts';
import { attachComments } from './attach.ts';
import { orderOf } from './order.ts';
import { printLines } from './print.ts';

/**
 * The text of a record in the one layout that all records share: keys in the order of its form (null: as they are),
 * two columns for each level, texts of several lines as `|`, short rows on one line, quotes where they are needed,
 * comments where they were. No text is changed; what was formatted before stays as it is.
 */
export function formatSource(source: SourceFile, blueprint: Blueprint | null): string {
  const { root } = source;
  if (root.kind === 'scalar') throw new Error('a file without keys passed the reading of its source');
  const lines = printLines(root, attachComments(source), orderOf(blueprint));
  const text = lines.map((line) => `${line}\n`).join('');
  proveSame(source, text);
  return text;
}

/** Whatever goes wrong here, no text of a record may be lost: the new file is read again and compared. */
function proveSame(source: SourceFile, text: string): void {
  const again = parseSource(source.file, text);
  if (!again.ok) throw new Error(`formatting made a file that cannot be read: ${again.problems[0].message}`);
  if (fingerprint(again.value.root) !== fingerprint(source.root)) throw new Error('formatting changed a text');
  if (commentsOf(again.value) !== commentsOf(source)) throw new Error('formatting changed a comment');
}

/** A tree as text, whatever the order of its keys. */
function fingerprint(node: Node): string {
  if (node.kind === 'scalar') return JSON.stringify(node.text);
  if (node.kind === 'list') return `[${node.items.map(fingerprint).join()}]`;
  const entries = node.entries.map(({ key, value }) => `${JSON.stringify(key.text)}:${fingerprint(value)}`);
  return `{${entries.sort().join()}}`;
}

const commentsOf = ({ comments }: SourceFile): string =>
  comments
    .map((comment) => comment.text)
    .sort()
    .join('\n');
