import { type Diagnostic, diagnostic } from '../base/index.ts';
import { shortened } from './telling.ts';
import type { Scalar } from './types.ts';

/** A key that stood above, and where. */
export type Again = { readonly key: Scalar; readonly first: Scalar };

/** S004 for keys one after the other that all stood above; `head` is the first key of the item that they stand in. */
export function duplicates(again: readonly Again[], head: Scalar | undefined): Diagnostic | undefined {
  const [one] = again;
  if (one === undefined) return undefined;
  const name = `“${shortened(one.key.text)}”`;
  const lacking = head === undefined ? '那一组的键' : `“- ${shortened(head.text)}: ……”`;
  const words =
    again.length === 1
      ? {
          message: `同一组里${name}写了两次`,
          advice: '只留一个；如果是两条并列的内容，各自用“- ”起头写成一列。',
        }
      : {
          message: `同一组里从${name}起 ${again.length} 项又写了一遍`,
          advice: `如果是另一${head === undefined ? '组' : '条'}，在${name}上面补一行${lacking}；如果写重了，只留一份。`,
        };
  const related = [{ at: one.first.span, message: '第一次在这里' }];
  return diagnostic({ code: 'S004', at: one.key.span, ...words, related });
}
