/** A line of a file, without the marks of its end. */
export type Line = {
  /** Its number, counted from 0. */
  readonly at: number;
  /** The offset at which it begins. */
  readonly start: number;
  readonly text: string;
  /** The columns before its first character that is no blank. */
  readonly depth: number;
};

/** Lines one below the other; others may stand between them. */
export type Lines = readonly [Line, ...Line[]];

/** A line that is looked at, among all lines of its file. */
export type Scene = { readonly file: string; readonly lines: readonly Line[]; readonly line: Line };

/** Lines looked at below a slip: a group is seldom longer, and a file of faults must not be read again and again. */
const MOST_BELOW = 200;

/** The lines of a file. */
export function linesOf(text: string): Line[] {
  let next = 0;
  return text.split('\n').map((raw, at) => {
    const start = next;
    next += raw.length + 1;
    const line = raw.replace(/\r$/u, '');
    return { at, start, text: line, depth: depthOf(line) };
  });
}

/** The columns before a line's first character that is no blank. */
export const depthOf = (line: string): number => line.search(/\S|$/u);

/** True for a comment and for a line of blanks. */
export const saysNothing = (line: string): boolean => /^\s*(?:#|$)/u.test(line);

/** The lines right below one, as many as are looked at. */
export const below = ({ lines, line }: Scene): readonly Line[] => lines.slice(line.at + 1, line.at + 1 + MOST_BELOW);

/** The first line below one that is as asked for, as far as is looked. */
export function firstBelow({ lines, line }: Scene, isWanted: (line: Line) => boolean): Line | undefined {
  const end = Math.min(lines.length, line.at + 1 + MOST_BELOW);
  for (let at = line.at + 1; at < end; at += 1) if (isWanted(lines[at] as Line)) return lines[at];
  return undefined;
}

/** Lines up to the first that is as asked for. */
export function linesBefore(lines: readonly Line[], isEnd: (line: Line) => boolean): readonly Line[] {
  const end = lines.findIndex(isEnd);
  return end === -1 ? lines : lines.slice(0, end);
}

/** A line and those right below it, up to the first that is not as asked for. */
export function linesWhile({ lines, line }: Scene, isLike: (line: Line) => boolean): Line[] {
  const found: Line[] = [];
  for (let next: Line | undefined = line; next !== undefined && isLike(next); next = lines[next.at + 1])
    found.push(next);
  return found;
}

/** A line and those below it that stand at least as deep as `depth`; what says nothing is left out. */
export function groupFrom(scene: Scene, depth: number): Lines {
  const group: [Line, ...Line[]] = [scene.line];
  for (const line of below(scene)) {
    if (saysNothing(line.text)) continue;
    if (line.depth < depth) break;
    group.push(line);
  }
  return group;
}

/** The offset at which a line ends. */
export const endOf = ({ start, text }: Line): number => start + text.length;

/** From the beginning of the first of some lines to the end of the last. */
export const extentOf = (lines: Lines): { readonly start: number; readonly end: number } => ({
  start: lines[0].start,
  end: endOf(lines.at(-1) as Line),
});
