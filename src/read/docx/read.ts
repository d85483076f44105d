import { andThen, type Diagnostic, diagnostic, fail, type Outcome, type Span, succeed } from '../../base/index.ts';
import { type Body, readBody } from './body.ts';
import { damaged, mainPart } from './package.ts';
import type { DocxContent } from './types.ts';

/**
 * The paragraphs and tables of a DOCX file in order, with all tracked changes accepted. `file` is only named in messages.
 * Fails with D001 (not a DOCX), D002 (damaged) or D006 (unpacks to too much); warns of nested tables (D007), whose
 * paragraphs go to the cell around them, and of text boxes (D008), which are not read.
 */
export const readDocx = (bytes: Uint8Array, file: string): Outcome<DocxContent> =>
  andThen(mainPart(bytes, file), (part) => {
    const at = { file, start: 0, end: 0 };
    try {
      const body = readBody(part);
      return succeed(body.content, remarks(body, at));
    } catch {
      return fail(damaged(at));
    }
  });

const remarks = ({ nested, textBoxes }: Body, at: Span): readonly Diagnostic[] => [
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
];

const unreadBoxes = (at: Span): Diagnostic =>
  diagnostic({
    code: 'D008',
    severity: 'warning',
    at,
    message: '文件里有文本框，框里的字没有读',
    advice: '把文本框里的字移到正文或表格里再读。',
  });
