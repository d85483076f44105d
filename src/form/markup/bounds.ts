import type { DiagnosticInit, Span } from '../../base/index.ts';
import { limits } from '../template/limits.ts';
import type { Element } from './elements.ts';

type Report = (fault: DiagnosticInit) => void;

/** What will be set of elements and all in them. */
type Size = { cells: number; characters: number };

/** A form that prints more than any; its place is that of the record while it is expanded, of the template afterwards. */
export const tooManyCharacters: Omit<DiagnosticInit, 'at'> = {
  code: 'F010',
  message: `这份数据展开后要印的字超过 ${limits.printed} 个的上限，重复印的每次都算`,
  advice: '检查模板里层层相套的 {{#each}}、一再重复印的长文字，或把这份数据分成几份。',
};

/**
 * Whether a form can be set in reasonable time: all that costs time later is counted here, the characters that are set
 * with every repeat of theirs, before anything is done for each. Reports what is too much (F010), and also labels and
 * literal texts that are longer than a form can mean, which do no harm to others.
 */
export function isWithinBounds(form: Element, at: Span, report: Report): boolean {
  const size: Size = { cells: 0, characters: 0 };
  count(form, size, report);
  const { cells, characters } = size;
  if (cells > limits.cells) {
    const message = `这份数据展开后有 ${cells} 个格子，超过 ${limits.cells} 个的上限`;
    report({ code: 'F010', at, message, advice: '把这份数据分成几份，或检查模板里层层相套的 {{#each}}。' });
  }
  if (characters > limits.printed) report({ ...tooManyCharacters, at });
  return cells <= limits.cells && characters <= limits.printed;
}

/** Adds an element and all in it to a size. */
function count(element: Element, size: Size, report: Report): void {
  size.cells += 1;
  if (element.kind === 'box') {
    for (const child of element.children) count(child, size, report);
    return;
  }
  const isCell = element.kind === 'cell' && element.role === 'cell';
  let bounded = 0;
  for (const { runs } of element.paragraphs)
    for (const { text, origin } of runs) {
      size.characters += text.length;
      if (!isCell || origin.kind === 'template') bounded += text.length;
    }
  const most = isCell ? limits.literal : limits.label;
  if (bounded > most) {
    const message = `这里的文字有 ${bounded} 个字符，超过 ${most} 个的上限`;
    report({ code: 'F010', at: element.at, message, advice: '长的文字放在 <cell> 里，由数据来写。' });
  }
}
