import { addTo, type Diagnostic } from '../base/index.ts';
import { parsePrinted } from '../record/index.ts';
import type { Where } from './edited/document.ts';
import { fault } from './faults.ts';
import type { Bound } from './reading/bind.ts';
import { squeezed } from './text/blanks.ts';
import type { SeenSum } from './wishes/context.ts';

/**
 * P002 for each sum that the document changed: it is neither what it is `now`, nor what it `was`; one left blank is left
 * to the program. In a row that is new it may be what stood in any other row: people copy rows.
 */
export function changedSums(now: readonly SeenSum[], was: readonly SeenSum[]): readonly Diagnostic[] {
  const byCell = new Map<Where, SeenSum[]>();
  const inColumn = new Map<string, Set<string>>();
  for (const sum of was) {
    addTo(byCell, sum.bound.cell.where, sum);
    const { key } = sum.bound.slot.spot;
    inColumn.set(key, (inColumn.get(key) ?? new Set()).add(squeezed(sum.value?.text ?? '')));
  }
  return now.flatMap(({ bound, value, at }) => {
    const printed = value?.text ?? '';
    if (bound.text === '' || says(bound, printed)) return [];
    const { key } = bound.slot.spot;
    const here = (byCell.get(bound.cell.where) ?? []).filter((one) => one.bound.slot.spot.key === key);
    // Of two sums in a cell it is the record as it was that tells where one ends.
    if (here.some((old) => old.value !== null && says(old.bound, old.value.text))) return [];
    const isNew = here.every((one) => one.value === null);
    if (isNew && inColumn.get(key)?.has(squeezed(bound.text)) === true) return [];
    const seen = { code: 'P002', at: here[0]?.at ?? at, where: bound.cell.where, text: bound.text } as const;
    const [saw, mend] =
      printed === ''
        ? ['这是程序算的，要加的有空着的', '补上空着的各项，没有就填 0']
        : [`这是程序算出来的，现在是“${printed}”`, '改它的各项，合计随之而变'];
    return [fault(seen, `${saw}，没有照改`, `${mend}；合计要另填一个数，在 YAML 里写出这一项。`)];
  });
}

/** Whether the document has for a value what is printed, or the same number written otherwise. */
function says({ slot: { spot }, text }: Bound, printed: string): boolean {
  if (squeezed(printed) === squeezed(text)) return true;
  if (spot.field === null || printed === '') return false;
  const [one, other] = [parsePrinted(spot.field, text, ''), parsePrinted(spot.field, printed, '')];
  return one.ok && other.ok && one.text === other.text;
}
