import { type Diagnostic, diagnostic } from '../base/index.ts';

/** A blank that looks like indentation and is none. */
const wideBlank = /^(?<indent> *)(?<blank>[\u3000\u00A0]+)\s*(?<rest>\S.*)$/u;

/** A line that seems to be empty. */
const seemsEmpty = /^ *(?<blank>[\u3000\u00A0]+)\s*$/u;

const blankName = (blank: string): string => (blank.startsWith('\u3000') ? '全角空格' : '不换行空格（U+00A0）');

/** S002 for a line that begins with blanks YAML does not count; undefined for all others. `lineStart` is its offset. */
export function lineBlankSlip(file: string, line: string, lineStart: number): Diagnostic | undefined {
  const empty = seemsEmpty.exec(line)?.groups?.blank;
  const blank = empty ?? wideBlank.exec(line)?.groups?.blank;
  if (blank === undefined) return undefined;
  const start = lineStart + line.indexOf(blank);
  const [message, advice] =
    empty === undefined
      ? [`行首的缩进用了${blankName(blank)}`, '换成半角空格，每深一层多两个。']
      : [`这一行看着是空的，里面有${blankName(blank)}`, '把这一行删掉，或者删成真的空行。'];
  return diagnostic({ code: 'S002', at: { file, start, end: start + blank.length }, message, advice });
}
