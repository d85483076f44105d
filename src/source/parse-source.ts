import { type Outcome, settle } from '../base/index.ts';
import { refusedCharacters } from './characters.ts';
import { lookalikes } from './lookalikes.ts';
import { swallowedTexts } from './swallowed.ts';
import { readThoroughly } from './thorough.ts';
import type { SourceFile } from './types.ts';
import { readUsual } from './usual/index.ts';

/**
 * Reads the text of a YAML file as a tree of texts; nothing is converted, so 1219.80 keeps its zero.
 * Fails with all faults of the file: codes S001 to S009; S010 and S011 warn.
 */
export function parseSource(file: string, text: string): Outcome<SourceFile> {
  const { root, comments, problems } = readUsual(file, text) ?? readThoroughly(file, text);
  const characters = refusedCharacters(file, text, comments);
  // Without a tree there are problems, and nobody sees the value.
  if (root === null) return settle(undefined as never, [...problems, ...characters]);
  const doubts = [...swallowedTexts(text, comments), ...lookalikes(text, root)];
  return settle({ file, text, root, comments }, [...problems, ...characters, ...doubts]);
}
