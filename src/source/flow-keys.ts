import { type Diagnostic, diagnostic } from '../base/index.ts';
import { flowSlip, mendedBraces } from './flow-slips.ts';
import { shortened } from './telling.ts';

/** A key whose colon before `{` is full-width or has no blank behind it. */
const keyAndBrace =
  /^(?<indent>\s*(?:- +)*)(?<key>[^\s:：{｛"'#][^:：{｛"'#]{0,40}?)\s*(?<colon>[:：])(?<gap>\s*)[{｛]/u;

/**
 * S002 for `键：{ … }` and `键:{ … }`: YAML takes all up to the first colon between the braces for the key. Undefined
 * for all other lines, and where what stands between the braces is no mapping even when mended.
 */
export function keyBeforeBraces(file: string, line: string, lineStart: number): Diagnostic | undefined {
  const { indent = '', key, colon, gap } = keyAndBrace.exec(line)?.groups ?? {};
  if (key === undefined || (colon === ':' && gap !== '')) return undefined;
  const braces = mendedBraces(line);
  if (braces === null) return undefined;
  const start = lineStart + indent.length + line.slice(indent.length).indexOf(colon ?? '');
  const inside = flowSlip(file, line, lineStart) === undefined ? '' : '；{ } 里也是';
  return diagnostic({
    code: 'S002',
    at: { file, start, end: start + 1 },
    message: colon === ':' ? `“${key}”后面的冒号没有跟空格` : `“${key}”后面用了全角冒号“：”`,
    advice: `写成“${key}: ${shortened(braces)}”：冒号用半角，后面空一格${inside}。`,
  });
}
