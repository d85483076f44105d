import { parseArgs } from 'node:util';

export type Options = {
  /** How many departments the district has that the command line sets. */
  readonly district: number;
  /** How many more in a second, larger one, for its memory; 0: none. */
  readonly many: number;
  /** How many documents each contestant sets in turns. */
  readonly records: number;
  /** How many it sets before the next one has its turn: the first dozen of a turn find the caches full of others' things. */
  readonly batch: number;
  /** How many it sets beforehand, untimed; their texts come no second time. */
  readonly warmUp: number;
  /** How many cold processes of each kind. */
  readonly cold: number;
  readonly seed: number;
  /** The processor core all work is bound to; null: none. */
  readonly core: number | null;
};

/** The options of the command line; throws for unknown ones. */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      n: { type: 'string', default: '1000' },
      many: { type: 'string', default: '0' },
      compare: { type: 'string', default: '400' },
      batch: { type: 'string', default: '50' },
      warm: { type: 'string', default: '600' },
      cold: { type: 'string', default: '7' },
      seed: { type: 'string', default: '1' },
      core: { type: 'string', default: '1' },
    },
  });
  return {
    district: whole('n', values.n, 0),
    many: whole('many', values.many, 0),
    records: whole('compare', values.compare, 1),
    batch: whole('batch', values.batch, 1),
    warmUp: whole('warm', values.warm, 0),
    cold: whole('cold', values.cold, 0),
    seed: whole('seed', values.seed, 0),
    core: values.core === 'none' ? null : whole('core', values.core, 0),
  };
}

function whole(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new Error(`--${name} 应是不小于 ${least} 的整数，这里是“${text}”`);
  return number;
}
