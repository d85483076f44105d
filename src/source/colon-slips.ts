import { addTo } from '../base/index.ts';
import { withoutComment } from './comments.ts';
import { HABIT } from './habits.ts';
import { colonIn, keyLineSlip } from './key-line-slips.ts';
import { isClosed, isCount, keyBehindDashes } from './key-lines.ts';
import { endOf, type Line, type Scene } from './lines.ts';
import { isMendable, type Mendable, type Slip } from './slip.ts';
import { MOST_SLIPS } from './telling.ts';

/** A word as keys are: no sentence and no number. */
const word = /^(?![-\d.]*$)[^\s，。；！？“”"'{}[\]#>|&*!@%,;+•·●○◆▪＊－–—―−‐-][^，。；！？{}[\],;]{0,20}$/u;

/** What no paragraph says behind a colon. */
const amount = /^\s*-?\d[\d,.]*(?:[万亿]?元)?\s*$/u;

/** What makes a line something else: an address, a block text, braces. */
const noPlainValue = /^(?:\/\/|\s*[|｜{｛])/u;

/** A line with a slip at the colon of its key. */
type Wrong = {
  readonly line: Line;
  readonly key: string;
  readonly value: string;
  readonly colon: string;
  /** The column of the key. */
  readonly depth: number;
  readonly slip: Mendable;
  /** Whether it is surely a key: one as it should be stands right above or below in its column, or its value is an amount. */
  readonly isBesideKey: boolean;
  readonly end: number;
};

/**
 * S002 for keys whose colon went wrong, wherever a key may stand. The lines are those of a file in their order, without
 * texts and comments.
 */
export function colonSlips(scenes: readonly Scene[]): Slip[] {
  const kinds = new Map<string, Wrong[]>();
  for (const wrong of wrongColons(scenes)) addTo(kinds, wrong.colon, wrong);
  return [...kinds.values()].flatMap(slipsOf).sort((a, b) => a.start - b.start);
}

function wrongColons(scenes: readonly Scene[]): readonly Wrong[] {
  const found: Wrong[] = [];
  /** The column of the key whose text may go on below it. */
  let owner = Number.POSITIVE_INFINITY;
  for (const [i, scene] of scenes.entries()) {
    const { line } = scene;
    if (line.depth > owner || found.length >= MOST_SLIPS) continue;
    const sound = keyBehindDashes(line.text);
    const wrong = sound === null ? wrongColon(scene, scenes[i - 1], scenes[i + 1]) : undefined;
    if (wrong !== undefined) found.push(wrong);
    const key = sound ?? wrong;
    owner = key !== undefined && isClosed(key) ? key.depth : Number.POSITIVE_INFINITY;
  }
  return found;
}

/** The key, the wrong colon and the value of a text without outer blanks; undefined where it is no key with its value. */
export function wrongKeyIn(text: string): ReturnType<typeof colonIn> {
  const found = colonIn(text);
  const key = found?.key.trim() ?? '';
  return found === undefined || !word.test(key) || isCount(key) || noPlainValue.test(found.value) ? undefined : found;
}

function wrongColon(scene: Scene, above: Scene | undefined, below: Scene | undefined): Wrong | undefined {
  const { file, line } = scene;
  const depth = /^ *(?:- +)*/u.exec(line.text)?.[0].length ?? 0;
  const typed = withoutComment(line.text.slice(depth)).trimEnd();
  const found = wrongKeyIn(typed);
  if (found === undefined) return undefined;
  const start = line.start + depth;
  const slip = keyLineSlip({ file, start, end: start + typed.length }, typed);
  if (!isMendable(slip)) return undefined;
  const isKeyAt = (other: Scene | undefined): boolean =>
    other !== undefined && keyBehindDashes(other.line.text)?.depth === depth;
  // A comment ends what YAML takes for a text: it complains about the next line.
  const isCommented = /[ \t]#/u.test(line.text.slice(depth + typed.length));
  return {
    ...found,
    depth,
    line,
    slip,
    isBesideKey: depth === 0 || amount.test(found.value) || isKeyAt(above) || isKeyAt(below),
    end: isCommented && below !== undefined ? below.line.start + below.line.depth : endOf(line),
  };
}

/**
 * The slips at one kind of colon, each reaching to the next: what seems wrong between them follows from them. Of a few
 * lines only those that stand beside a key are surely keys, others may be paragraphs.
 */
function slipsOf(wrong: readonly Wrong[]): readonly Slip[] {
  const isHabit = wrong.length >= HABIT;
  const sure = isHabit ? wrong : wrong.filter(({ isBesideKey }) => isBesideKey);
  return sure.map(({ line, slip, end }, i) => ({
    ...slip,
    start: line.start,
    end: isHabit ? (sure[i + 1]?.line.start ?? Number.POSITIVE_INFINITY) : end,
    list: wrong,
  }));
}
