import { diagnostic } from '../base/index.ts';
import { colonWords } from './key-line-slips.ts';
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
  const sign = colon.trim();
  const wrong = isColonRight ? '后面用了全角的“｜”' : sign === '' ? '后面少了冒号' : colonWords(sign);
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + 1 },
    message: `“${key}”${wrong}`,
    advice: `写成“${key}: |”：冒号和“|”用半角，冒号后面空一格。`,
  });
  return { told, mends: [{ start: from, end: barAt + 1, put: ': |' }], isSure: true, alike: wrong };
}
