import { diagnostic } from '../base/index.ts';
import { looksLikeKeyLine } from './key-line-slips.ts';
import { isItem, keyBehindDashes, keyIn } from './key-lines.ts';
import { depthOf, endOf, type Line, linesBefore, type Scene, saysNothing } from './lines.ts';
import type { LongSlip } from './slip.ts';
import { shortened } from './telling.ts';

/** S002 for items of a list above the first key of a file: to YAML the whole file is a list then. Undefined for other lines. */
export function leadingItems({ file, lines, line }: Scene): LongSlip | undefined {
  if (!isItem(line.text)) return undefined;
  const rest = lines.slice(line.at);
  const strays = linesBefore(rest, ({ text, depth }) => depth === 0 && keyIn(text) !== null);
  const key = rest[strays.length];
  const end = strays.findLast(({ text }) => !saysNothing(text)) ?? line;
  // A key alone that stands where keys do has a dash too many.
  const isDashedKey = line.depth === 0 && keyBehindDashes(line.text) !== null;
  if (key === undefined || (isDashedKey && end === line)) return undefined;
  const start = line.start + depthOf(line.text);
  const item = line.text.trim();
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + item.length },
    message: `“${shortened(item)}”是列表里的一条，上面却没有键`,
    advice: `剪切下来，贴到它所属的键下面；${isDashedKey ? '它自己就是顶格的键，就删掉“- ”；' : ''}多余的就删掉。`,
  });
  return { told, mends: [{ start: line.start, end: endOf(end), put: '' }], last: key.at };
}

/** A word and what may be its value: its colon is missing. */
const keyAndValue = /^[^\s\p{P}]{1,20}[ \t\u3000]+\S/u;

/** S002 for words above the first key of a file, such as its heading. Undefined for other lines. */
export function leadingWords({ file, lines, line }: Scene): LongSlip | undefined {
  const rest = lines.slice(line.at).filter(({ text }) => !saysNothing(text));
  const words = linesBefore(rest, (one) => !areWords(one));
  const last = words.at(-1);
  const next = rest[words.length];
  if (last === undefined || next === undefined || next.depth !== 0 || keyIn(next.text) === null) return undefined;
  if (words.length === 1 && keyAndValue.test(line.text.trim())) return undefined;
  const start = line.start + line.depth;
  const typed = line.text.trim();
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + typed.length },
    message: words.length === 1 ? `“${shortened(typed)}”不是“键: 值”` : `最前面的 ${words.length} 行不是“键: 值”`,
    advice: `如果是给同事看的话，${words.length === 1 ? '' : '每行'}前面加“# ”，写成“# ${shortened(typed)}”；如果是一项的值，前面写上它的键和“: ”。`,
  });
  return { told, mends: words.map((one) => ({ start: one.start, end: one.start, put: '#' })), last: last.at };
}

/** Whether a line can only be words: it begins with no mark of YAML and is neither a key nor like one. */
const areWords = ({ text }: Line): boolean =>
  /^[^#\-{["'|>%&*!?@`]/u.test(text.trim()) && keyBehindDashes(text) === null && !looksLikeKeyLine(text);
