import type { Breakable } from './breakable.ts';
import { isDigit, isHyphen } from './characters.ts';
import { breakClass, isClosing, isOpening } from './classes.ts';

/**
 * Where a word that is wider than its line is parted, `end` being as late as it can be: a number behind the last comma of
 * its thousands, a code behind its last hyphen, and nothing where a mark would stand at the wrong end of a line.
 */
export function partingPlace({ shaped: { codePoints }, blank }: Breakable, start: number, end: number): number {
  const isWrong = (at: number): boolean => {
    const next = codePoints[at] as number;
    return (
      blank[at] === 1 ||
      (isOpening(codePoints[at - 1] as number) && !isConnector(codePoints, at - 1)) ||
      isClosing(next) ||
      // A point of a number, a sign of an address.
      breakClass(next) === 'joiner'
    );
  };
  let at = behindSign(codePoints, start, end);
  while (at > start + 1 && isWrong(at)) at -= 1;
  return at > start + 1 ? at : end;
}

const COMMA = 0x2c;
const POINT = 0x2e;

/** A hyphen between the parts of a code or between two numbers. */
const isConnector = (codePoints: readonly number[], at: number): boolean =>
  isHyphen(codePoints[at]) && isDigit(codePoints[at - 1]);

/**
 * For a number or a code that would be parted at `end` the place behind its last comma or hyphen before that; where it has
 * none, `end`, but not right behind a decimal point.
 */
function behindSign(codePoints: readonly number[], start: number, end: number): number {
  const isInNumber = (i: number): boolean => isDigit(codePoints[i]) || codePoints[i] === POINT;
  if (!isInNumber(end) && !isConnector(codePoints, end) && !isClosing(codePoints[end] as number)) return end;
  let at = end;
  while (at > start && isInNumber(at - 1)) at -= 1;
  if (at > start + 1 && (codePoints[at - 1] === COMMA || isConnector(codePoints, at - 1))) return at;
  return codePoints[end - 1] === POINT ? end - 1 : end;
}
