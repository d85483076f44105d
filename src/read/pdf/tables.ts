import { diagnostic, fail, type Outcome, succeed } from '../../base/index.ts';
import type { ReadTable } from '../types.ts';
import { tablesByRules } from './table/tables.ts';
import type { PdfContent } from './types.ts';

/** The tables of a PDF, one after another, pages joined; and what they were told by. */
export type PdfTables = {
  /**
   * `tags`: the file says where its cells are, and what is said was followed. `rules`: there are no tags, or none that can
   * be followed; the tables were rebuilt from lines and glyphs. Then some things can only be guessed, as told in
   * {@link tablesByRules}: above all where one paragraph of a cell ends and the next begins.
   */
  readonly way: 'tags' | 'rules';
  readonly tables: readonly ReadTable[];
};

/**
 * The tables of a PDF, whoever made it. `file` is only named in messages. Fails with D009 where there is no table; warns
 * with D021 where there are tags that cannot be followed, so that rules were.
 */
export function tablesOf(content: PdfContent, file: string): Outcome<PdfTables> {
  const at = { file, start: 0, end: 0 };
  const tables = tablesByRules(content.pages);
  if (tables.length > 0) return succeed({ way: 'rules', tables });
  return fail(diagnostic({ code: 'D009', at, message: '这份 PDF 里没有表格', advice: '用 --as text 读文字。' }));
}
