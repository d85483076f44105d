import { type Diagnostic, diagnostic, fail, type Outcome, settle } from '../base/index.ts';
import { refusedCharacters } from './characters.ts';
import { settleConflicts } from './conflicts.ts';
import { lookalikes } from './lookalikes.ts';
import { swallowedTexts } from './swallowed.ts';
import { readThoroughly } from './thorough.ts';
import type { SourceFile } from './types.ts';
import { readUsual } from './usual/index.ts';

/**
 * Reads the text of a YAML file as a tree of texts; nothing is converted, so 1219.80 keeps its zero.
 * Fails with all faults of the file: codes S001 to S009 and S012; S010 and S011 warn.
 */
export function parseSource(file: string, text: string): Outcome<SourceFile> {
  const end = text.includes('\n') ? -1 : text.indexOf('\r');
  if (end >= 0) return fail(oldLineEnds(file, end));
  const usual = readUsual(file, text);
  const settled = usual === null ? settleConflicts(file, text) : { text, problems: [] };
  const { root, comments, problems } = usual ?? readThoroughly(file, settled.text);
  const faults = [...settled.problems, ...problems, ...refusedCharacters(file, settled.text, comments)];
  // Without a tree there are problems, and nobody sees the value.
  if (root === null) return settle(undefined as never, faults);
  const doubts = [...swallowedTexts(settled.text, comments), ...lookalikes(settled.text, root)];
  return settle({ file, text, root, comments }, [...faults, ...doubts]);
}

/** A file as its author meant it, and the way from what is found in it to what was typed. */
export type MeantSource = { readonly source: SourceFile; readonly asTyped: (fault: Diagnostic) => Diagnostic };

/**
 * A file that {@link parseSource} refuses, with its slips mended, if it has any; null where it is not sure that this is
 * what its author meant, or where more of its syntax is wrong.
 */
export function parseMeant(file: string, typed: string): MeantSource | null {
  if (settleConflicts(file, typed).problems.length > 0) return null;
  const { meant } = readThoroughly(file, typed);
  if (meant === null) return null;
  const { asTyped, ...read } = meant;
  return { source: { file, ...read }, asTyped };
}

/** Old Mac programs end lines with a carriage return alone, which YAML takes for a line's end and we do not. */
const oldLineEnds = (file: string, start: number): Diagnostic =>
  diagnostic({
    code: 'S002',
    at: { file, start, end: start + 1 },
    message: '换行是老式的（只有 CR），整个文件成了一行',
    advice: '用 VS Code 打开，点右下角的 CRLF（或 LF），选 LF，再保存。',
  });
