import { type Diagnostic, diagnostic } from '../base/index.ts';
import { looksLikeKeyLine } from './key-line-slips.ts';
import { keyIn } from './key-lines.ts';
import { below, depthOf, type Line, linesBefore, linesWhile, type Scene } from './lines.ts';
import { tabWords } from './marks.ts';
import type { Mend } from './mends.ts';
import type { LongSlip, Mendable } from './slip.ts';
import { shortened } from './telling.ts';

/** A key whose text is to follow below it. */
const opened = /^(?<indent> *)(?:- +)*(?<key>[^\s:：][^:：]*): *\|[-+]? *$/u;

/** A line that is a key, or an item, by itself. */
const standsAlone = /^ *(?:- |[^\s:：]+:(?:\s|$))/u;

/**
 * S002 for a text below `键: |` that is not indented deeper than its key, or for a key that stands too deep for its text;
 * undefined where the line is something else.
 */
export function unindentedText(scene: Scene): LongSlip | undefined {
  const { file, lines, line } = scene;
  const owner = lines[line.at - 1];
  const { indent, key } = opened.exec((owner?.text ?? '').trimEnd())?.groups ?? {};
  if (owner === undefined || indent === undefined || key === undefined) return undefined;
  const isText = ({ text, depth }: Line): boolean =>
    text.trim() !== '' && (depth <= indent.length || hasTab(text)) && !standsAlone.test(text) && !text.startsWith('#');
  const texts = linesWhile(scene, isText);
  const end = texts.at(-1);
  if (end === undefined) return undefined;
  const deeper = linesBefore(
    below({ ...scene, line: end }),
    (one) => one.text.trim() !== '' && one.depth <= indent.length,
  );
  const last = end.at + deeper.length;
  const tooDeep = deepOwner(scene, { line: owner, depth: indent.length, key: key.trim() }, [...texts, ...deeper]);
  if (tooDeep !== undefined) return { ...tooDeep, last };
  const depth = indent.length + 2;
  const told =
    tabSlip(file, line, `${depth} 格`) ??
    diagnostic({
      code: 'S002',
      at: { file, start: line.start, end: line.start + line.text.trimEnd().length },
      message: `这一行没有比“${key.trim()}”多缩进，不算“|”下面的文字`,
      advice: '“|”下面每一行都比上面的键多缩进两格。',
    });
  return { told, mends: texts.map((one) => indented(one, depth)), last };
}

type Owner = { readonly line: Line; readonly depth: number; readonly key: string };

/** S002 for a key above texts, if these stand deeper than the key below them and that stands less deep than their own. */
function deepOwner({ file, lines }: Scene, owner: Owner, texts: readonly Line[]): Mendable | undefined {
  const { line, depth, key } = owner;
  const next = lines[(texts.at(-1) ?? line).at + 1];
  const beside = next === undefined ? null : keyIn(next.text);
  const isBeside = beside !== null && next !== undefined && next.depth < depth;
  if (!isBeside || line.depth !== depth || texts.some((one) => one.text.trim() !== '' && one.depth <= next.depth))
    return undefined;
  const start = line.start + depth;
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + key.length },
    message: `“${shortened(key)}”多空了 ${depth - next.depth} 格：下面的文字没有比它多缩进`,
    advice: `${next.depth === 0 ? '顶格写' : `应空 ${next.depth} 格`}，和下面的“${shortened(beside.key)}”对齐。`,
  });
  return { told, mends: [{ start: line.start, end: line.start + depth - next.depth, put: '' }], isSure: true };
}

/**
 * S002 for paragraphs right behind a text under `|` that stand less deep than its first line; `depth` is how deep that
 * stands. Undefined where the line may be a key.
 */
export function outdentedText({ file, lines, line }: Scene, depth: number): LongSlip | undefined {
  const mends: Mend[] = [];
  let last = line.at;
  for (let at = line.at; at < lines.length; at += 1) {
    const one = lines[at] as Line;
    if (one.text.trim() === '') continue;
    if (one.depth < depth) {
      if (!isParagraph(one)) break;
      mends.push(indented(one, depth));
    }
    last = at;
  }
  if (mends.length === 0) return undefined;
  const typed = line.text.trimEnd();
  const others = mends.length > 1 ? `；下面还有 ${mends.length - 1} 行也是` : '';
  const told =
    tabSlip(file, line, `${depth} 格${others}`) ??
    diagnostic({
      code: 'S002',
      at: { file, start: line.start + depthOf(typed), end: line.start + typed.length },
      message: `这一行空了 ${depthOf(typed)} 格，比“|”下面的第一行少，不算它的文字`,
      advice: `“|”下面每一行都和第一行对齐，前面空 ${depth} 格${others}。`,
    });
  return { told, mends, last };
}

/** Whether a line can only be text: it begins with no mark of YAML and is neither a key nor like one. */
function isParagraph({ text }: Line): boolean {
  const typed = text.trim();
  return /^[^#\-{["'|>]/u.test(typed) && !standsAlone.test(text.trimEnd()) && !looksLikeKeyLine(typed);
}

/** A line with as many blanks in front of it as there should be. */
const indented = ({ start, depth: typed }: Line, depth: number): Mend => ({
  start,
  end: start + typed,
  put: ' '.repeat(depth),
});

const hasTab = (line: string): boolean => /^ *\t/u.test(line);

/** S003 for a line of a text that has a tab in front of it; `wanted` says how many blanks each line should have. */
function tabSlip(file: string, { start, text }: Line, wanted: string): Diagnostic | undefined {
  if (!hasTab(text)) return undefined;
  const tab = start + text.indexOf('\t');
  return diagnostic({
    code: 'S003',
    at: { file, start: tab, end: tab + 1 },
    message: tabWords.message,
    advice: `“|”下面的文字用空格缩进，每一行空 ${wanted}。`,
  });
}
