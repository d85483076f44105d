import type { OperatorNumbers, Operators } from './interpret.ts';
import { IDENTITY } from './matrix.ts';
import { coversGround } from './path.ts';

const BLACK = /^#0{6}$/u;
const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];

/**
 * Whether a page paints what is neither a black character nor a rule: pictures, shades, grounds, coloured or invisible
 * text, clipped regions. What such things show, or hide, no reader of text can tell.
 */
export function paintsOthers({ fnArray, argsArray }: Operators, numbers: OperatorNumbers): boolean {
  const nameOf = new Map(Object.entries(numbers).map(([name, number]) => [number, name]));
  const isGround = ([painting, data]: readonly unknown[]): boolean => {
    const [path] = (data ?? []) as readonly (ArrayLike<number> | null | undefined)[];
    // The matrix does not matter much: who scales a page lets its rules be told as grounds.
    return !!path && FILLS.includes(nameOf.get(Number(painting)) ?? '') && coversGround(path, IDENTITY);
  };
  return fnArray.some((operator, i) => {
    const name = nameOf.get(operator) ?? '';
    const args = (argsArray[i] ?? []) as readonly unknown[];
    if (name === 'constructPath') return isGround(args);
    if (name === 'setTextRenderingMode') return Number(args[0]) !== 0;
    if (name === 'setFillRGBColor' || name === 'setStrokeRGBColor') return !BLACK.test(String(args[0]));
    return /^(?:paint(?!FormXObject)|shadingFill|clip|eoClip|set(?:Fill|Stroke)(?:ColorN|Transparent))/u.test(name);
  });
}
