import path from 'node:path';
import { type Diagnostic, type Place, remembered, type Span, type World } from '../../base/index.ts';
import { withSlashes } from '../disk/paths.ts';
import { cutLines, type Lines, lineAt } from './frame.ts';

/** The text of a file, or undefined where it cannot be shown. */
export type ReadSource = (file: string) => string | undefined;

/** The texts of a world. */
export const sourcesOf =
  (world: Pick<World, 'readText'>): ReadSource =>
  (file) => {
    const text = world.readText(file);
    return text.ok ? text.value : undefined;
  };

/** A range as other programs want it: lines and columns from 1, columns and offsets in UTF-16 units, end exclusive. */
export type Region = {
  readonly start: Place & { readonly offset: number };
  readonly end: Place & { readonly offset: number };
};

/** A place outside the engine: the file below the current folder where it lies there; null: the file as a whole. */
export type Location = { readonly file: string; readonly region: Region | null };

/** `file:line:column`, or the file alone. */
export const locationText = ({ file, region }: Location): string =>
  region === null ? file : `${file}:${region.start.line}:${region.start.column}`;

/** A diagnostic with its places worked out. `line` is the text of its first line, empty where there is none. */
export type Located = {
  readonly diagnostic: Diagnostic;
  readonly at: Location;
  readonly line: string;
  readonly related: readonly { readonly at: Location; readonly message: string }[];
};

/** Works out the places of diagnostics; each file is read and cut into lines once. */
export function locate(diagnostics: readonly Diagnostic[], readSource: ReadSource): Located[] {
  const linesOf = linesReader(readSource);
  return diagnostics.map((diagnostic) => {
    const { at, related } = diagnostic;
    const lines = isOfWholeFile(diagnostic) ? undefined : linesOf(at.file);
    return {
      diagnostic,
      at: locationOf(at, lines),
      line: lines === undefined ? '' : lineText(lines, at.start),
      related: related.map((one) => ({ at: locationOf(one.at, linesOf(one.at.file)), message: one.message })),
    };
  });
}

/** A reader that remembers what it has read. */
export const linesReader = (readSource: ReadSource): ((file: string) => Lines | undefined) =>
  remembered((file) => {
    const text = readSource(file);
    return text === undefined ? undefined : cutLines(text);
  });

/** A fault of a file as a whole (E…), or of a document that is no text (D…), has no line of its own. */
export const isOfWholeFile = ({ code }: Diagnostic): boolean => /^[ED]/u.test(code);

/** Line and column of an offset, which may lie behind the end of the text. */
export function placeOf(lines: Lines, offset: number): Place {
  const line = lineAt(lines, offset);
  return { line: line + 1, column: Math.min(offset, lines.text.length) - (lines.starts[line] ?? 0) + 1 };
}

function locationOf({ file, start, end }: Span, lines: Lines | undefined): Location {
  if (lines === undefined) return { file: fromHere(file), region: null };
  const from = Math.min(start, lines.text.length);
  const to = Math.max(from, Math.min(end, lines.text.length));
  return {
    file: fromHere(file),
    region: { start: { ...placeOf(lines, from), offset: from }, end: { ...placeOf(lines, to), offset: to } },
  };
}

const lineText = ({ text, starts }: Lines, offset: number): string => {
  const line = lineAt({ text, starts }, offset);
  return text.slice(starts[line], starts[line + 1] ?? text.length).trimEnd();
};

/** A file below the current folder by its path from there, with `/`; others as they are. */
function fromHere(file: string): string {
  if (!path.isAbsolute(file)) return withSlashes(file).replace(/^(?:\.\/)+/u, '');
  const relative = path.relative(process.cwd(), file);
  const below = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return withSlashes(below ? relative : file);
}
