import { type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { shortened } from './slips.ts';

/** What people type for the dash of a list: a hyphen without its blank, or another dash, bullet or star. */
const dashed =
  /^(?<indent>\s*(?:- +)*)(?<dash>-(?![-\s]|$)|(?<other>[－–—―−‐•·●○◆▪＊])(?!\k<other>))\s*(?<rest>\S.*)$/u;

/** A blank that looks like indentation and is none. */
const wideBlank = /^(?<indent> *)(?<blank>[\u3000\u00A0]+)\s*(?<rest>\S.*)$/u;

/** A line that seems to be empty. */
const seemsEmpty = /^ *(?<blank>[\u3000\u00A0]+)\s*$/u;

const blankName = (blank: string): string => (blank.startsWith('\u3000') ? '全角空格' : '不换行空格（U+00A0）');

/** S002 for a line that begins as no line of YAML does; undefined for all others. `lineStart` is its offset. */
export function lineStartSlip(file: string, line: string, lineStart: number): Diagnostic | undefined {
  const item = dashed.exec(line)?.groups;
  if (item !== undefined) {
    const { indent = '', dash = '', rest = '' } = item;
    const start = lineStart + indent.length;
    return slip({ file, start, end: start + 1 }, [
      dash === '-' ? '“-”后面没有空格，不成一条' : `“${dash}”不能当一条的开头`,
      `写成“- ${shortened(rest.trimEnd())}”：半角的“-”，后面空一格。`,
    ]);
  }
  const empty = seemsEmpty.exec(line)?.groups?.blank;
  const blank = empty ?? wideBlank.exec(line)?.groups?.blank;
  if (blank === undefined) return undefined;
  const start = lineStart + line.indexOf(blank);
  return slip(
    { file, start, end: start + blank.length },
    empty === undefined
      ? [`行首的缩进用了${blankName(blank)}`, '换成半角空格，每深一层多两个。']
      : [`这一行看着是空的，里面有${blankName(blank)}`, '把这一行删掉，或者删成真的空行。'],
  );
}

const slip = (at: Span, [message, advice]: readonly [string, string]): Diagnostic =>
  diagnostic({ code: 'S002', at, message, advice });
