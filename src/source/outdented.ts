import { type Diagnostic, diagnostic } from '../base/index.ts';
import { anyOf, levelWords } from './indent.ts';
import { endOf, type Line, type Scene } from './lines.ts';
import type { Slip } from './slip.ts';
import { shortened } from './telling.ts';

/** A key, or an item of a list, at the beginning of a line. */
type Head = {
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
  readonly head: Head;
  /** The first line that stands directly below it; null: none does so far. */
  below: Head | null;
  /** The levels that ended where this one began. */
  readonly ended: readonly Head[];
  /** The line right above, if its value was still to come. */
  readonly after: Head | null;
  /** Whether it stands in the column of a level that was open above it. */
  readonly isAligned: boolean;
};

/** What shows a line to be odd: the line above that the next one is aligned with, and the deeper ones that it may belong beside as well. */
type Shown = { readonly like: Head | null; readonly deeper: readonly Head[]; readonly isAligned: boolean };

/** A line that stands too far left, and the lines below that seem wrong because of it. */
type Fault = Shown & {
  readonly file: string;
  readonly odd: Head;
  readonly first: Head;
  /** The first line below the odd one, if others stand between the two. */
  readonly below: Head | null;
  /** How many of them stand as deep as the first. */
  lines: number;
  end: number;
  goesOn: boolean;
};

/** More levels than a file may have, so that a file of faults costs no more than its lines. */
const MOST_LEVELS = 32;

/** Both are asked of lines without blanks at their ends: to look for these takes time that grows with the square of them. */
const keyLine = /^(?<indent> *)(?<dash>-\s+)?(?<key>(?!-\s)[^\s{["'#][^:]*):(?:\s+(?<value>\S.*))?$/u;
const itemLine = /^(?<indent> *)-\s+(?<value>\S.*)$/u;

/**
 * Finds lines with too little indentation: YAML takes such a line for a finished one and complains about the right ones
 * below, which look too deep to it. Told where those have the indentation of lines above as well. The lines are those of
 * a file in their order, without texts and comments.
 */
export function outdentedSlips(scenes: readonly Scene[]): Slip[] {
  const levels: Level[] = [];
  const found: Fault[] = [];
  let last: Head | null = null;
  for (const { file, line } of scenes) {
    const [head, inside] = headsOf(line);
    if (head === undefined) continue;
    const latest = found.at(-1);
    if (latest !== undefined) followOn(latest, head, line);
    const { ended, ender } = closeLevels(levels, head.depth);
    const above = levels.at(-1);
    if (above !== undefined && head.isItem === above.head.isItem && latest?.odd !== above.head) {
      const shown = oddAbove(above, head);
      if (shown !== null)
        found.push({
          ...shown,
          file,
          odd: above.head,
          first: head,
          below: above.below,
          lines: 1,
          end: endOf(line),
          goesOn: true,
        });
    }
    if (above !== undefined) above.below ??= head;
    const after = last?.value === 'open' ? last : null;
    const isAligned = ender?.head.depth === head.depth || after !== null;
    levels.push({ head, below: inside ?? null, ended, after, isAligned });
    if (inside !== undefined) levels.push({ head: inside, below: null, ended: [], after: null, isAligned: true });
    last = inside ?? head;
  }
  return found
    .filter(({ like, lines }) => like !== null || lines > 1)
    .map((fault) => ({ told: told(fault), start: fault.odd.start, end: fault.end }));
}

/** Notes whether a line is one of those that seem wrong because of a fault above it. */
function followOn(fault: Fault, { depth }: Head, line: Line): void {
  fault.goesOn &&= depth > fault.odd.depth;
  if (!fault.goesOn) return;
  fault.end = endOf(line);
  if (depth === fault.first.depth) fault.lines += 1;
}

/** Closes the levels that end where a line begins at a depth; `ender` is the last of them, `ended` those it may be beside. */
function closeLevels(
  levels: Level[],
  depth: number,
): { readonly ended: readonly Head[]; readonly ender: Level | undefined } {
  const ended: Head[] = [];
  let ender: Level | undefined;
  while (levels.length > 0 && (levels.at(-1) as Level).head.depth >= depth) {
    ender = levels.pop() as Level;
    if (ender.head.depth > depth) ended.push(ender.head);
    else if (ender.head.value === 'closed') ended.push(...ender.ended);
  }
  return { ended: ended.slice(0, MOST_LEVELS), ender };
}

/** The item or key that a line is, and the key in it if it is an item. */
function headsOf({ text: typed, start }: Line): readonly Head[] {
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
  const head: Head = { start, depth, name: shortened(name.trim()), isItem: false, value: reach(value) };
  if (dash === undefined) return [head];
  return [{ ...head, depth: indent.length, name: `- ${head.name}`, isItem: true, value: 'open' }, head];
}

function reach(value: string | undefined): Head['value'] {
  if (value === undefined || value.startsWith('#')) return 'open';
  const closer = { '{': '}', '[': ']', '"': '"', "'": "'" }[value.charAt(0)];
  return closer === undefined || value.lastIndexOf(closer) > 0 ? 'closed' : 'torn';
}

/** Whether the line above is the odd one, and which lines above it show so; null where it seems right. */
function oddAbove({ head: line, below, ended, after, isAligned }: Level, next: Head): Shown | null {
  if (line.value === 'torn' || (line.value === 'open' && (below === null || below.depth === next.depth))) return null;
  const alike = ended.filter(({ isItem }) => isItem === next.isItem);
  const like = alike.find(({ depth }) => depth === next.depth);
  const most = line.value === 'open' ? (below?.depth ?? 0) : Number.POSITIVE_INFINITY;
  if (like !== undefined)
    return { like, deeper: alike.filter(({ depth }) => depth > next.depth && depth < most), isAligned };
  const isFirst = after !== null && after.depth < next.depth && after.depth >= line.depth && line.value === 'closed';
  return isFirst ? { like: null, deeper: [], isAligned } : null;
}

function told(fault: Fault): Diagnostic {
  const { file, odd, first, like, deeper, isAligned, lines } = fault;
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
    advice: `${wanted}${other}${lostKey(fault)}。缩进用空格，同组的键对齐，每深一层多两格。`,
  });
}

/** What to do if it is a key between the odd line and the one below it that is gone. */
function lostKey({ odd, first, below }: Fault): string {
  if (odd.value !== 'open' || first.value !== 'open' || first.isItem || below === null) return '';
  return `；如果“${odd.name}”本来就在这里，是少了一个键：在“${below.name}”上面补一行，像“${first.name}:”那样，前面空 ${first.depth} 格`;
}
