import { type BreakClass, breakClass, isJoiner } from './classes.ts';

const QUOTE = 0x22;

/**
 * Where a paragraph may be broken: `allowed[i]` is 1 where a line may begin with character i. Prohibitions are those
 * of the classes; a straight `"` opens and closes by turns.
 */
export function breakPlaces(codePoints: readonly number[]): Uint8Array {
  const allowed = new Uint8Array(codePoints.length);
  const classes = classesOf(codePoints);
  for (let i = 1; i < codePoints.length; i += 1) {
    const before = classes[i - 1] as BreakClass;
    const after = classes[i] as BreakClass;
    const sameDash = before === 'dash' && codePoints[i] === codePoints[i - 1];
    allowed[i] = forbidden(before, after) || sameDash ? 0 : 1;
  }
  return allowed;
}

function forbidden(before: BreakClass, after: BreakClass): boolean {
  if (after === 'space' || after === 'glue' || before === 'glue') return true;
  if (after === 'close' || after === 'postfix' || after === 'slash') return true;
  if (before === 'open') return true;
  if (before === 'space') return false;
  if (before === 'prefix') return after === 'word' || after === 'prefix';
  if (before === 'word' || before === 'joiner') return after === 'word' || after === 'joiner';
  return false;
}

function classesOf(codePoints: readonly number[]): BreakClass[] {
  const classes = codePoints.map(breakClass);
  let quotes = 0;
  for (let i = 0; i < codePoints.length; i += 1) {
    const codePoint = codePoints[i] as number;
    if (codePoint === QUOTE) {
      classes[i] = quotes % 2 === 0 ? 'open' : 'close';
      quotes += 1;
    } else if (isJoiner(codePoint)) {
      const inWord =
        classes[i - 1] === 'word' && i + 1 < codePoints.length && breakClass(codePoints[i + 1] as number) === 'word';
      if (inWord) classes[i] = 'joiner';
      else if (classes[i] === 'joiner') classes[i] = 'close';
    }
  }
  return classes;
}
