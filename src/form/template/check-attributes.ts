import { type DiagnosticInit, type Span, shortened } from '../../base/index.ts';
import { adviseWord, words } from '../../blueprint/index.ts';
import type { Attribute } from '../markup/scan.ts';
import { type AttributeRule, elements } from '../markup/vocabulary.ts';
import { areWidths, freeColumn, readWidths, widthsFault } from '../markup/widths.ts';
import { adviseAttribute } from './html-words.ts';

type Report = (fault: DiagnosticInit) => void;

/** Where a tag stands; `styles` are the names of the form's own styles, null where they are not known. */
type Tag = { readonly at: Span; readonly report: Report; readonly styles: readonly string[] | null };

/** Checks what the attributes of an element say. */
export function checkAttributes(element: string, attributes: readonly Attribute[], { at, report, styles }: Tag): void {
  const rule = elements.get(element);
  if (rule === undefined) return;
  const seen = new Set<string>();
  for (const { name, value } of attributes) {
    const wanted = rule.attributes.get(name);
    if (wanted === undefined) {
      const advice = adviseAttribute(name, [...rule.attributes.keys()]);
      report({ code: 'F007', at, message: `<${element}> 没有属性 ${name}`, advice });
    } else if (seen.has(name)) {
      report({ code: 'F007', at, message: `<${element}> 的属性 ${name} 写了两次`, advice: '只留一个。' });
    } else {
      const advice = adviseValue(wanted, value, styles);
      if (advice !== null) report({ code: 'F007', at, message: `${name}="${shortened(value, 40)}" 不对`, advice });
      else if (wanted === 'percents' || wanted === 'widths') checkWidths(value, { element, at, report });
    }
    seen.add(name);
  }
  for (const name of rule.required) {
    if (seen.has(name)) continue;
    const advice = `写成 <${element} ${name}="30 70"> 这样，各栏之和为 100。`;
    report({ code: 'F007', at, message: `<${element}> 缺属性 ${name}`, advice });
  }
}

/** Well-formed widths that do not fill the width: no record can mend them. */
function checkWidths(
  value: string,
  { element, at, report }: { readonly element: string; readonly at: Span; readonly report: Report },
): void {
  const fault = widthsFault(readWidths(value) ?? [freeColumn]);
  if (fault) report({ code: 'G001', at, message: `<${element}> 的栏宽${fault.why}`, advice: fault.advice });
}

/** What an attribute should say instead; null where it is right. */
function adviseValue(rule: AttributeRule, value: string, styles: readonly string[] | null): string | null {
  if (rule === 'style') return styles === null || styles.includes(value) ? null : adviseStyle(value, styles);
  if (rule === 'percents') {
    const right = /^\d+(\.\d+)?(\s+\d+(\.\d+)?)*$/.test(value.trim());
    return right ? null : '写各栏占的百分数，用空格隔开，例如 "20 30 50"。';
  }
  if (rule === 'widths') {
    if (areWidths(value)) return null;
    return '写各栏占的百分数，用空格隔开；由程序定的栏写 auto，或写范围，例如 "13 auto 12..30 10.. 18"。';
  }
  if ('words' in rule) return rule.words.includes(value) ? null : adviseWord(value, rule.words);
  const right = /^[1-9]\d*$/.test(value) && Number(value) >= rule.from && Number(value) <= rule.to;
  return right ? null : `写一个从 ${rule.from} 到 ${rule.to} 的整数。`;
}

function adviseStyle(name: string, styles: readonly string[]): string {
  const key = words.form.ownStyles;
  if (styles.length === 0) return `在 form.yaml 里顶格写“${key}: { ${name}: 仿宋 三号 32pt }”这样。`;
  return `写 form.yaml 的“${key}”里的名称。${adviseWord(name, styles)}`;
}

/** A cell beside a table stands in one column of one line. */
export function checkLine(attributes: readonly Attribute[], at: Span, report: Report): void {
  if (!attributes.some(({ name, value }) => (name === 'span' || name === 'rows') && value !== '1')) return;
  const message = '<lines> 里的 <cell> 不能跨栏或跨行';
  report({ code: 'F007', at, message, advice: '删去 span 和 rows，改 columns 里的栏宽。' });
}
