import { addTo, type Diagnostic } from '../base/index.ts';
import { type Fault, isMendable, type Slip } from './slip.ts';

/** So many slips alike are one habit. */
export const HABIT = 6;
/** Lines that are named of it. */
const MOST_NAMED = 12;

/**
 * What is told of slips: of those alike, if they are many, once at the first of them, with the lines of all. They are
 * mended where each of them can be.
 */
export function toldTogether(text: string, slips: Iterable<Slip>): readonly Fault[] {
  const kinds = new Map<string, Slip[]>();
  for (const slip of slips) addTo(kinds, slip.alike ?? slip.told.message, slip);
  return [...kinds.values()].flatMap((same) => (same.length < HABIT ? same : [habit(text, same)]));
}

function habit(text: string, slips: readonly Slip[]): Fault {
  const told = slips.map((slip) => slip.told).toSorted((a, b) => a.at.start - b.at.start);
  const [first] = told as [Diagnostic, ...Diagnostic[]];
  const message = `${first.message}，这样的共 ${told.length} 处`;
  const more = told.length > MOST_NAMED ? '……' : '';
  const advice = `${first.advice}第 ${linesOf(text, told.slice(0, MOST_NAMED)).join('、')}${more} 行都这样改。`;
  return {
    told: { ...first, message, advice },
    mends: slips.every((slip) => isMendable(slip)) ? slips.flatMap(({ mends = [] }) => mends) : undefined,
    isSure: slips.every(({ isSure }) => isSure),
  };
}

/** The numbers of the lines in which faults begin, in whose order they are. */
function linesOf(text: string, faults: readonly Diagnostic[]): readonly number[] {
  let number = 1;
  let from = 0;
  return faults.map(({ at }) => {
    for (let end = text.indexOf('\n', from); end !== -1 && end < at.start; end = text.indexOf('\n', from)) {
      number += 1;
      from = end + 1;
    }
    return number;
  });
}
