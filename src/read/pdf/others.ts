import { IDENTITY } from './matrix.ts';
import { type Operator, paintedBy } from './operators.ts';
import { coversGround } from './path.ts';

const BLACK = /^#0{6}$/u;

/**
 * Whether a page paints what is neither a black character nor a rule: pictures, shades, grounds, coloured or invisible
 * text, clipped regions. What such things show, or hide, no reader of text can tell.
 */
export const paintsOthers = (operators: readonly Operator[]): boolean =>
  operators.some(({ name, args }) => {
    if (name === 'constructPath') return isGround(args);
    if (name === 'setTextRenderingMode') return Number(args[0]) !== 0;
    if (name === 'setFillRGBColor' || name === 'setStrokeRGBColor') return !BLACK.test(String(args[0]));
    return /^(?:paint(?!FormXObject)|shadingFill|clip|eoClip|set(?:Fill|Stroke)(?:ColorN|Transparent))/u.test(name);
  });

function isGround([painting, data]: readonly unknown[]): boolean {
  const [path] = (data ?? []) as readonly (ArrayLike<number> | null | undefined)[];
  // The matrix does not matter much: who scales a page lets its rules be told as grounds.
  return !!path && paintedBy(painting).fill && coversGround(path, IDENTITY);
}
