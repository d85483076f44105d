import { type Diagnostic, diagnostic } from '../base/index.ts';
import { shortened } from './telling.ts';
import type { Scalar } from './types.ts';

/** A key that stood above, and where. */
export type Again = { readonly key: Scalar; readonly first: Scalar };

/** Where keys stand: `head` is the first key of their item, if they stand in one. */
type Place = { readonly head: Scalar | undefined; readonly inBraces: boolean };

/** S004 for keys one after the other that all stood above. */
export function duplicates(again: readonly Again[], place: Place): Diagnostic | undefined {
  const [one] = again;
  if (one === undefined) return undefined;
  const name = `“${shortened(one.key.text)}”`;
  const isOne = again.every(({ key }) => key.text === one.key.text);
  const count = again.length === 1 ? '两' : ` ${again.length + 1} `;
  const message = isOne ? `同一组里${name}写了${count}次` : `同一组里从${name}起 ${again.length} 项又写了一遍`;
  const related = [{ at: one.first.span, message: '第一次在这里' }];
  return diagnostic({ code: 'S004', at: one.key.span, message, advice: advise(one, isOne, place), related });
}

/** One key alone may begin an item; several, or one behind the first of its item, have lost the line above them. */
function advise({ key, first }: Again, isOne: boolean, { head, inBraces }: Place): string {
  const name = `“${shortened(key.text)}”`;
  if (inBraces) return `只留一${isOne ? '个' : '份'}；如果是两条并列的内容，各自写成“- { …… }”。`;
  if (head !== undefined && first !== head)
    return `如果是另一条，在${name}上面补一行“- ${shortened(head.text)}: ……”；如果写重了，只留一份。`;
  if (isOne) return '只留一个；如果是两条并列的内容，各自用“- ”起头写成一列。';
  return head === undefined
    ? `如果是另一组，在${name}上面补一行那一组的键；如果写重了，只留一份。`
    : `如果是另一条，在${name}前面写“- ”；如果写重了，只留一份。`;
}
