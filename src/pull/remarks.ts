import { type Diagnostic, diagnostic } from '../base/index.ts';
import type { DocxContent } from '../read/index.ts';

/** P010 for tables in cells: nobody knows which value their words are. `found` is what the reader told. */
export const refusals = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found
    .filter(({ code }) => code === 'D007')
    .map(({ at, message }) =>
      diagnostic({
        code: 'P010',
        at,
        message: `${message}，不能写回`,
        advice: '把里面那张表的字移到外面的格子里，删去那张表，再写回。',
      }),
    );

/** What is to be known of a document though it can be read; P008 where changes are tracked in it. */
export const remarks = ({ tracked }: Pick<DocxContent, 'tracked'>, file: string): readonly Diagnostic[] =>
  tracked
    ? [
        diagnostic({
          code: 'P008',
          severity: 'warning',
          at: { file, start: 0, end: 0 },
          message: 'DOCX 里有修订记录，按全部接受来读：插入的算，删去的不算',
          advice: '有不要的修订，先在 Word 的“审阅”里拒绝，再写回。',
        }),
      ]
    : [];
