import type { Input } from '../../inputs/inputs.ts';
import type { Engine, Errand, Worked } from '../engine.ts';

/** Records to be worked on, and who is told. */
export type Deal = {
  readonly inputs: readonly Input[];
  readonly errand: Errand;
  /** No record is begun any more; what is begun is finished. */
  readonly stop: AbortSignal;
  /** Told once, before any record is done. */
  readonly opened: (opening: Pick<Engine, 'opening' | 'isOpen'>) => void;
  /** Told of each record that is done, by its place among the inputs, in any order. */
  readonly take: (place: number, worked: Worked) => void;
};
