import { diagnostic } from '../base/index.ts';
import type { Line } from './lines.ts';
import type { Mendable } from './slip.ts';

/** A key whose text is to follow below it, with whatever was typed for its colon and its `|`. */
const opening =
  /^(?<head>\s*(?:- +)*(?<key>[^\s:：{["'#][^:：|｜]{0,40}?))(?<colon>\s*[:：]\s*|\s*)(?<bar>[|｜])\d?[-+]?\s*$/u;

/** S002 for `键：|`, `键:|`, `键 |` and `键: ｜`, with the marks as they should be; undefined for all other lines. */
export function blockMarkSlip(file: string, line: Line): Mendable | undefined {
  const { head = '', key, colon = '', bar = '' } = opening.exec(line.text)?.groups ?? {};
  if (key === undefined) return undefined;
  const isColonRight = /^[ \t]*:[ \t]+$/.test(colon);
  if (isColonRight && bar === '|') return undefined;
  const from = line.start + head.length;
  const barAt = from + colon.length;
  const colonAt = colon.search(/[:：]/u);
  const start = isColonRight || colonAt === -1 ? barAt : from + colonAt;
  const wrong = isColonRight ? '后面用了全角的“｜”' : colonWords(colon.trim());
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + 1 },
    message: `“${key}”${wrong}`,
    advice: `写成“${key}: |”：冒号和“|”用半角，冒号后面空一格。`,
  });
  return { told, mends: [{ start: from, end: barAt + 1, put: ': |' }] };
}

function colonWords(colon: string): string {
  if (colon === '') return '后面少了冒号';
  return colon === '：' ? '后面用了全角冒号“：”' : '后面的冒号没有跟空格';
}
