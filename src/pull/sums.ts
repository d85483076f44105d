import type { Diagnostic } from '../base/index.ts';
import { parsePrinted } from '../record/index.ts';
import { fault } from './faults.ts';
import type { Bound } from './reading/bind.ts';
import { squeezed } from './text/blanks.ts';
import type { SeenSum } from './wishes/context.ts';

/**
 * P002 for each sum that the document changed: it is neither what it is `now`, nor what it `was`; one left blank is left
 * to the program. In a row that is new it may be what stood in any other row: people copy rows.
 */
export function changedSums(now: readonly SeenSum[], was: readonly SeenSum[]): readonly Diagnostic[] {
  return now.flatMap(({ bound, value, at }) => {
    const printed = value?.text ?? '';
    if (bound.text === '' || says(bound, printed)) return [];
    const here = was.filter((one) => isSameCell(one.bound, bound));
    // Of two sums in a cell it is the record as it was that tells where one ends.
    if (here.some((old) => old.value !== null && says(old.bound, old.value.text))) return [];
    const isNew = here.every((one) => one.value === null);
    if (isNew && was.some((old) => isSameColumn(old.bound, bound) && says(bound, old.value?.text ?? ''))) return [];
    const seen = { code: 'P002', at: here[0]?.at ?? at, where: bound.cell.where, text: bound.text } as const;
    const [saw, mend] =
      printed === ''
        ? ['这是程序算的，要加的有空着的', '补上空着的各项，没有就填 0']
        : [`这是程序算出来的，现在是“${printed}”`, '改它的各项，合计随之而变'];
    return [fault(seen, `${saw}，没有照改`, `${mend}；合计要另填一个数，在 YAML 里写出这一项。`)];
  });
}

const isSameColumn = (one: Bound, other: Bound): boolean => one.slot.spot.key === other.slot.spot.key;

const isSameCell = (one: Bound, other: Bound): boolean =>
  one.cell.where === other.cell.where && isSameColumn(one, other);

/** Whether the document has for a value what is printed, or the same number written otherwise. */
function says({ slot: { spot }, text }: Bound, printed: string): boolean {
  if (squeezed(printed) === squeezed(text)) return true;
  if (spot.field === null || printed === '') return false;
  const [one, other] = [parsePrinted(spot.field, text, ''), parsePrinted(spot.field, printed, '')];
  return one.ok && other.ok && one.text === other.text;
}
