import type { Diagnostic } from '../../../base/index.ts';
import type { Input } from '../../inputs/inputs.ts';
import { type Engine, type Errand, openEngine, type Worked } from '../engine.ts';

/** What a thread is asked to do. */
export type Order = {
  readonly errand: Errand;
  readonly input: Input;
  /** Its only number is made 1 when forms and fonts are open and the record is begun. */
  readonly begun: Int32Array;
};

/** What a thread gives back. */
export type Answer = {
  /** What was found when forms and fonts were opened; null: that is not known. */
  readonly opening: readonly Diagnostic[] | null;
  /** Null: no record can be worked on. */
  readonly worked: Worked | null;
};

let engine: Promise<Engine> | null = null;

/** Works on one record in a thread of its own, which opens forms and fonts for the first one. */
export async function work({ errand, input, begun }: Order): Promise<Answer> {
  engine ??= openEngine(errand);
  const { opening, isOpen, work: workOn } = await engine;
  if (!isOpen) return { opening, worked: null };
  Atomics.store(begun, 0, 1);
  return { opening, worked: await workOn(input) };
}
