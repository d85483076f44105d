import { diagnostic } from '../base/index.ts';
import { isItem, keyBehindDashes, keyIn } from './key-lines.ts';
import { depthOf, endOf, linesBefore, type Scene, saysNothing } from './lines.ts';
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
