import { type Diagnostic, diagnostic } from '../base/index.ts';
import { anyOf, levelWords } from './indent.ts';
import { shortened } from './slips.ts';

/** A line of a file that is a key, an item of a list, or both. */
type Line = {
  /** The offset where the line begins. */
  readonly start: number;
  readonly depth: number;
  readonly name: string;
  readonly isItem: boolean;
  /** `open`: its value stands in the lines below; `closed`: on the line itself; `torn`: it begins here and goes on below. */
  readonly value: 'open' | 'closed' | 'torn';
};

/** A level that is open at some line. */
type Level = {
  readonly line: Line;
  /** Where the lines begin that stand directly below it; null: none do so far. */
  below: number | null;
  /** The levels that ended where this one began. */
  readonly ended: readonly Line[];
  /** The line right above, if its value was still to come. */
  readonly after: Line | null;
  /** Whether it stands in the column of a level that was open above it. */
  readonly isAligned: boolean;
};

/** A line that stands too far left: where it begins, and where the lines end that seem wrong because of it. */
export type Outdented = { readonly told: Diagnostic; readonly start: number; readonly end: number };

/** More levels than a file may have, so that a file of faults costs no more than its lines. */
const MOST_LEVELS = 32;

/** Both are asked of lines without blanks at their ends: to look for these takes time that grows with the square of them. */
const keyLine = /^(?<indent> *)(?<dash>-\s+)?(?<key>(?!-\s)[^\s{["'#][^:]*):(?:\s+(?<value>\S.*))?$/u;
const itemLine = /^(?<indent> *)-\s+(?<value>\S.*)$/u;

/**
 * Finds lines with too little indentation: YAML takes such a line for a finished one and complains about the right ones
 * below, which look too deep to it. Told where those have the indentation of lines above as well. Lines are to be shown
 * in their order; lines of texts and comments are not shown.
 */
export function outdentWatch(file: string): {
  /** `start` and `next` are the offsets of this line and the next. */
  readonly see: (text: string, start: number, next: number) => void;
  readonly found: () => readonly Outdented[];
} {
  const levels: Level[] = [];
  const found: (Shown & { odd: Line; first: Line; lines: number; end: number; open: boolean })[] = [];
  let last: Line | null = null;

  const see = (text: string, start: number, next: number): void => {
    const [line, inside] = linesOf(text, start);
    if (line === undefined) return;
    const latest = found.at(-1);
    if (latest?.open === true && line.depth > latest.odd.depth) {
      latest.end = next - 1;
      if (line.depth === latest.first.depth) latest.lines += 1;
    } else if (latest !== undefined) latest.open = false;
    const ended: Line[] = [];
    let ender: Level | undefined;
    while (levels.length > 0 && (levels.at(-1) as Level).line.depth >= line.depth) {
      ender = levels.pop() as Level;
      if (ender.line.depth > line.depth) ended.push(ender.line);
      else ended.push(...(ender.line.value === 'closed' ? ender.ended : []));
    }
    ended.length = Math.min(ended.length, MOST_LEVELS);
    const above = levels.at(-1);
    if (above !== undefined && line.isItem === above.line.isItem && latest?.odd !== above.line) {
      const fault = oddAbove(above, line);
      if (fault !== null) found.push({ odd: above.line, first: line, ...fault, lines: 1, end: next - 1, open: true });
    }
    if (above !== undefined) above.below ??= line.depth;
    const after = last?.value === 'open' ? last : null;
    const isAligned = ender?.line.depth === line.depth || after !== null;
    levels.push({ line, below: inside?.depth ?? null, ended, after, isAligned });
    if (inside !== undefined) levels.push({ line: inside, below: null, ended: [], after: null, isAligned: true });
    last = inside ?? line;
  };
  return {
    see,
    found: () =>
      found.flatMap(({ end, ...fault }) =>
        fault.like === null && fault.lines < 2 ? [] : { told: told(file, fault), start: fault.odd.start, end },
      ),
  };
}

/** A line, and the key in it if it is an item. */
function linesOf(typed: string, start: number): readonly Line[] {
  const text = typed.trimEnd();
  const key = keyLine.exec(text)?.groups;
  if (key === undefined) {
    const { indent, value = '' } = itemLine.exec(text)?.groups ?? {};
    if (indent === undefined) return [];
    const name = `- ${shortened(value)}`;
    return [{ start, depth: indent.length, name, isItem: true, value: reach(value) }];
  }
  const { indent = '', dash, key: name = '', value } = key;
  const depth = indent.length + (dash?.length ?? 0);
  const line: Line = { start, depth, name: shortened(name.trim()), isItem: false, value: reach(value) };
  if (dash === undefined) return [line];
  return [{ ...line, depth: indent.length, name: `- ${line.name}`, isItem: true, value: 'open' }, line];
}

function reach(value: string | undefined): Line['value'] {
  if (value === undefined || value.startsWith('#')) return 'open';
  const closer = { '{': '}', '[': ']', '"': '"', "'": "'" }[value.charAt(0)];
  return closer === undefined || value.lastIndexOf(closer) > 0 ? 'closed' : 'torn';
}

/** The line above an odd one that shows it to be odd, and the deeper ones that it may belong beside as well. */
type Shown = { readonly like: Line | null; readonly deeper: readonly Line[]; readonly isAligned: boolean };

/** Whether the line above is the odd one, and which lines above it show so; null where it seems right. */
function oddAbove({ line, below, ended, after, isAligned }: Level, next: Line): Shown | null {
  if (line.value === 'torn' || (line.value === 'open' && (below === null || below === next.depth))) return null;
  const alike = ended.filter(({ isItem }) => isItem === next.isItem);
  const like = alike.find(({ depth }) => depth === next.depth);
  const most = line.value === 'open' ? (below ?? 0) : Number.POSITIVE_INFINITY;
  if (like !== undefined)
    return { like, deeper: alike.filter(({ depth }) => depth > next.depth && depth < most), isAligned };
  const isFirst = after !== null && after.depth < next.depth && after.depth >= line.depth && line.value === 'closed';
  return isFirst ? { like: null, deeper: [], isAligned } : null;
}

type Fault = Shown & { readonly odd: Line; readonly first: Line; readonly lines: number };

function told(file: string, { odd, first, like, deeper, isAligned, lines }: Fault): Diagnostic {
  const start = odd.start + odd.depth;
  const levels = [...deeper, ...(like === null ? [] : [like])].map((level) => levelWords(level.depth, level.name));
  const wanted =
    levels.length < 2
      ? `“${odd.name}”也空 ${first.depth} 格${like === null ? '' : `，和“${like.name}”对齐`}`
      : `看“${odd.name}”和谁同组：空 ${anyOf(levels)}`;
  const other = lines > 1 || !isAligned ? '' : `；如果是“${first.name}”多空了，它空 ${odd.depth} 格`;
  return diagnostic({
    code: 'S002',
    at: { file, start, end: start + odd.name.length },
    message: `缩进没有对齐：“${odd.name}”前面空了 ${odd.depth} 格，下面的“${first.name}”空了 ${first.depth} 格`,
    advice: `${wanted}${other}。缩进用空格，同组的键对齐，每深一层多两格。`,
  });
}
