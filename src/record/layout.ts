import { type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { adviseWord, pagesOf, words } from '../blueprint/index.ts';
import { entry, type Mapping } from '../source/index.ts';

/** What an author asks of this record's setting: at most so many pages. */
export type RecordLayout = { readonly fit: { readonly pages: number; readonly at: Span } | null };

/** 排版 of a record. */
export function readLayout(root: Mapping): { readonly layout: RecordLayout; readonly problems: Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const { layout: name, fit } = words.record;
  const found = entry(root, name);
  if (found === undefined) return { layout: { fit: null }, problems };
  const example = `写成“${name}: { ${fit}: 2${words.page} }”。`;
  const { value } = found;
  if (value.kind !== 'map') {
    if (value.kind !== 'scalar' || !value.blank)
      problems.push(diagnostic({ code: 'R008', at: value.span, message: `“${name}”应是一组`, advice: example }));
    return { layout: { fit: null }, problems };
  }
  for (const { key } of value.entries) {
    if (key.text === fit) continue;
    const message = `“${name}”里没有“${key.text}”这一项`;
    problems.push(diagnostic({ code: 'R002', at: key.span, message, advice: adviseWord(key.text, [fit]) }));
  }
  const said = entry(value, fit)?.value;
  if (said === undefined || (said.kind === 'scalar' && said.blank)) return { layout: { fit: null }, problems };
  const pages = said.kind === 'scalar' ? pagesOf(said.text) : null;
  if (pages !== null) return { layout: { fit: { pages, at: said.span } }, problems };
  const seen = said.kind === 'scalar' ? `，这里写的是“${said.text}”` : '';
  problems.push(
    diagnostic({ code: 'R005', at: said.span, message: `“${fit}”应是 1 到 99 页${seen}`, advice: example }),
  );
  return { layout: { fit: null }, problems };
}
