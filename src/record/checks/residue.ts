import { type Diagnostic, diagnostic, flatMap } from '../../base/index.ts';
import { placeIn } from './places.ts';
import type { Survey } from './survey.ts';

/** What templates and drafts leave behind: `**`, XX, 某某, ____, an ellipsis where words should be, empty 【】. */
const residue =
  /[*＊]{2,}|(?<![A-Za-z])[XxＸｘ×]{2,}(?![A-Za-z])|某某+|[○◯]{2,}|[_＿]{3,}|(?:^|[，、：:,])…+|(?<!…)…+(?=[。.]?$)|【\s*】/gmu;

/** The cheap question before the dear one. */
const suspect = /[*＊XxＸｘ×某○◯_＿…【]/;

/** V10: one finding for a text, with the number of places. */
export const templateResidue = ({ record, typed }: Survey): Diagnostic[] =>
  flatMap(typed, (value) => {
    if (value.field.kind === 'amount' || value.field.kind === 'count' || value.field.kind === 'year') return [];
    const all = suspect.test(value.text) ? [...value.text.matchAll(residue)] : [];
    const [first] = all;
    if (first === undefined) return [];
    const skipped = first[0].length - first[0].replace(/^[，、：:,]/u, '').length;
    const mark = first[0].slice(skipped);
    const more = all.length === 1 ? '' : `等 ${all.length} 处`;
    return diagnostic({
      code: 'V10',
      severity: 'hint',
      at: placeIn(record, value, first.index + skipped, mark.length),
      message: `“${mark}”${more}像是模板或草稿里留下的记号`,
      advice: '换成实际的内容；多余的就删去。',
    });
  });
