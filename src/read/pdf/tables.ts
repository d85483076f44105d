import { type Diagnostic, diagnostic, fail, type Outcome, type Span, succeed } from '../../base/index.ts';
import type { ReadTable } from '../types.ts';
import { tablesByRules } from './table/tables.ts';
import { tablesByTags } from './tags/tables.ts';
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
export function tablesOf({ tags, pages }: PdfContent, file: string): Outcome<PdfTables> {
  const at = { file, start: 0, end: 0 };
  const tagged = tags.kind === 'tree' ? tablesByTags(tags.root, pages) : [];
  if (tagged !== null && tagged.length > 0) return succeed({ way: 'tags', tables: tagged });
  const tables = tablesByRules(pages);
  const warnings = tagged === null || tags.kind === 'unreadable' ? [unfollowed(at)] : [];
  return tables.length > 0 ? succeed({ way: 'rules', tables }, warnings) : fail(noTable(at), ...warnings);
}

const noTable = (at: Span): Diagnostic =>
  diagnostic({
    code: 'D009',
    at,
    message: '这份 PDF 里没有表格：没有表格标签，也没有框线围成的格子',
    advice: '用 --as text 读文字；扫描的图片先做文字识别。',
  });

const unfollowed = (at: Span): Diagnostic =>
  diagnostic({
    code: 'D021',
    severity: 'warning',
    at,
    message: 'PDF 里的表格标签残缺或自相矛盾，改按框线和文字的位置读',
    advice: '对一对读出的格子；要准，就重新生成这份 PDF。',
  });
