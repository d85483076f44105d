import { diagnostic } from '../base/index.ts';
import { isSure, mendBraces, mendsOf } from './flow-slips.ts';
import { colonWords } from './key-line-slips.ts';
import type { Mendable } from './slip.ts';
import { shortened } from './telling.ts';

/** A key whose colon before `{` is full-width or has no blank behind it. */
const keyAndBrace =
  /^(?<indent>\s*(?:- +)*)(?<key>[^\s:：{｛"'#][^:：{｛"'#]{0,40}?)\s*(?<colon>[:：])(?<gap>\s*)[{｛]/u;

/**
 * S002 for `键：{ … }` and `键:{ … }`: YAML takes all up to the first colon between the braces for the key. Undefined
 * for all other lines, and where what stands between the braces is no mapping even when mended.
 */
export function keyBeforeBraces(file: string, line: string, lineStart: number): Mendable | undefined {
  const { indent = '', key, colon = '', gap } = keyAndBrace.exec(line)?.groups ?? {};
  if (key === undefined || (colon === ':' && gap !== '')) return undefined;
  const braces = mendBraces(line);
  if (braces === null) return undefined;
  const colonAt = indent.length + line.slice(indent.length).indexOf(colon);
  const start = lineStart + colonAt;
  const inside = braces.marks.length === 0 ? '' : '；{ } 里也是';
  const told = diagnostic({
    code: 'S002',
    at: { file, start, end: start + 1 },
    message: `“${key}”${colonWords(colon)}`,
    advice: `写成“${key}: ${shortened(braces.text)}”：冒号用半角，后面空一格${inside}。`,
  });
  const before = { start, end: lineStart + braces.open, put: ': ' };
  return {
    told,
    mends: [before, ...mendsOf(braces, lineStart)],
    isSure: isSure(braces),
    alike: `${colonWords(colon)}${inside}`,
  };
}
