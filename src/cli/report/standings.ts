import type { Diagnostic } from '../../base/index.ts';
import { tally } from './tally.ts';

/** How a thing that was checked stands: it has errors, only warnings, or nothing that must be looked at. */
export type Standing = 'sound' | 'warned' | 'faulty';

/** The standing of what these were found in; what its author accepts does not count. */
export function standingOf(found: readonly Diagnostic[]): Standing {
  const { errors, warnings } = tally(found);
  return errors > 0 ? 'faulty' : warnings > 0 ? 'warned' : 'sound';
}

/** How many things stand how, such as `3 份没有错误（1 份有警告）`; `unit` is what they are counted by. */
export function standingsText(all: readonly Standing[], unit: string): string {
  const count = (wanted: Standing): number => all.filter((one) => one === wanted).length;
  const warned = count('warned');
  const sound = warned === 0 ? `${unit}没有问题` : `${unit}没有错误（${warned} ${unit}有警告）`;
  const faulty = count('faulty') === 0 ? '' : `，${count('faulty')} ${unit}有错误`;
  return `${count('sound') + warned} ${sound}${faulty}`;
}
