import { diagnostic } from '../base/index.ts';
import { looksLikeKeyLine } from './key-line-slips.ts';
import { isClosed, isItem, keyBehindDashes } from './key-lines.ts';
import { depthOf, firstBelow, type Line, linesWhile, type Scene, saysNothing } from './lines.ts';
import type { LongSlip } from './slip.ts';
import { shortened } from './telling.ts';

/** What a line of prose has, and a word that was meant as a key has not. */
const sentence = /[，。；,;].|.{20}|[。；]$/u;

/**
 * S002 for paragraphs above which no key says that a text follows, or that stand in its column; undefined for other lines,
 * and for a single one.
 */
export function lostTexts(scene: Scene): LongSlip | undefined {
  const { file, line } = scene;
  if (!isProse(line) || isInValue(scene)) return undefined;
  const run = linesWhile(scene, isProse);
  const last = run.at(-1) ?? line;
  if (run.length < 2) return undefined;
  const start = line.start + line.depth;
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: line.start + line.text.trimEnd().length },
    ...wordsFor(scene, run.length),
  });
  return { told, mends: run.map((one) => ({ start: one.start, end: one.start, put: '#' })), last: last.at };
}

function wordsFor({ lines, line }: Scene, count: number): { readonly message: string; readonly advice: string } {
  const owner = keyBehindDashes(lines[line.at - 1]?.text ?? '');
  if (owner?.value === '' && owner.depth === line.depth) {
    const name = shortened(owner.key);
    const message = `从这里起 ${count} 行是文字，没有比“${name}”多缩进`;
    return { message, advice: `“${name}:”后面加“ |”，下面每行比它多缩进两格；如果是给同事看的话，每行前面加“# ”。` };
  }
  const message = `从这里起 ${count} 行是文字，上面没有它们的键`;
  return { message, advice: '在它们上面补一行“键: |”，每行比键多缩进两格；如果是给同事看的话，每行前面加“# ”。' };
}

function isProse({ text }: Line): boolean {
  const typed = text.trim();
  if (typed === '' || /^[#{["'|>&*]/u.test(typed) || isItem(text) || !sentence.test(typed)) return false;
  return !looksLikeKeyLine(typed) && keyBehindDashes(typed) === null;
}

/** Whether a line goes on with a value, or is all that stands below a key. */
function isInValue(scene: Scene): boolean {
  const { lines, line } = scene;
  const above = lines[line.at - 1]?.text ?? '';
  const owner = keyBehindDashes(above);
  if (owner === null) return !saysNothing(above) && !/[\]}]\s*$/u.test(above) && depthOf(above) <= line.depth;
  if (owner.depth >= line.depth) return false;
  if (owner.value !== '') return isClosed(owner);
  const next = firstBelow(scene, (one) => !saysNothing(one.text) && !isProse(one));
  return next === undefined || next.depth <= owner.depth;
}
