import { andThen, type Diagnostic, diagnostic, fail, type Outcome, type Span, succeed } from '../../base/index.ts';
import { unreadWords } from '../unread.ts';
import { type Body, readBody } from './body.ts';
import { damaged, documentParts } from './package.ts';
import { noStyles, readStyles } from './styles.ts';
import type { DocxContent } from './types.ts';

/**
 * The paragraphs and tables of a DOCX file in order, with all tracked changes accepted and hidden text left out. `file` is
 * only named in messages. Fails with D001 (not a DOCX), D002 (damaged) or D006 (unpacks to too much); warns of nested
 * tables (D007), whose paragraphs go to the cell around them, of text boxes (D008), which are not read, and of whatever
 * else people see and the text does not say (D010).
 */
export const readDocx = (bytes: Uint8Array, file: string): Outcome<DocxContent> =>
  andThen(documentParts(bytes, file), ({ main, styles }) => {
    const at = { file, start: 0, end: 0 };
    try {
      const body = readBody(main, styles === null ? noStyles : readStyles(styles));
      return succeed(body.content, remarks(body, at));
    } catch {
      return fail(damaged(at));
    }
  });

const remarks = ({ content, nested, textBoxes }: Body, at: Span): readonly Diagnostic[] => [
  ...nested.map((place) =>
    diagnostic({
      code: 'D007',
      severity: 'warning',
      at,
      message: `${place}里套了另一张表`,
      advice: '里面的文字已并入外面的格子；要保留格子，请拆成两张表。',
    }),
  ),
  ...(textBoxes ? [unreadBoxes(at)] : []),
  ...unreadIn(content).map((message) =>
    diagnostic({
      code: 'D010',
      severity: 'warning',
      at,
      message,
      advice: '照看见的样子在 Word 里改成普通的字，再读；划掉的字删去。',
    }),
  ),
];

const unreadBoxes = (at: Span): Diagnostic =>
  diagnostic({
    code: 'D008',
    severity: 'warning',
    at,
    message: '文件里有文本框，框里的字没有读',
    advice: '把文本框里的字移到正文或表格里再读。',
  });

/** What is not read, at its places. */
function unreadIn({ blocks }: DocxContent): readonly string[] {
  let tables = 0;
  let lines = 0;
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') {
      const { text, unread = [] } = block;
      if (text.trim() !== '' || unread.length > 0) lines += 1;
      return unread.map((kind) => `表外第 ${lines} 段里有${unreadWords[kind]}`);
    }
    tables += 1;
    return block.rows.flatMap((row, y) =>
      row.flatMap(({ unread = [] }, i) =>
        unread.map((kind) => `第 ${tables} 张表第 ${y + 1} 行第 ${i + 1} 格里有${unreadWords[kind]}`),
      ),
    );
  });
}
