import { type Diagnostic, diagnostic, PERCENT_SLACK, roundedPercents } from '../../base/index.ts';
import type { BandSpec, ColumnWish } from '../../form/index.ts';
import type { Bounds } from './search.ts';

/** No column is narrower than so many percents unless a form says so, or has many. */
const LEAST = 4;
/** Where all of them would take more than this, each has at least half of an even share … */
const MANY = 50;
/** … and never less than this. */
const LEAST_OF_MANY = 0.5;

/** The bounds of a band's columns in percents, or why there are no widths within them (G001). */
export function boundsOf({ columns, at }: BandSpec<ColumnWish>): readonly Bounds[] | Diagnostic {
  const usual = columns.map((wish) => boundsWith(wish, LEAST));
  if (sumOf(usual, 'most') < 100 - PERCENT_SLACK)
    return impossible(
      at,
      `最宽合起来只有 ${roundedPercents(sumOf(usual, 'most'))}`,
      '加大写死的栏宽或上限，或让一栏写 auto。',
    );
  const open = columns.filter(isOpen).length;
  if (sumOf(usual, 'least') <= 100 + PERCENT_SLACK && open * LEAST <= MANY) return usual;
  const given = sumOf(
    columns.filter((wish) => !isOpen(wish)).map((wish) => boundsWith(wish, LEAST)),
    'least',
  );
  const share = (100 - given) / open / 2;
  if (share >= LEAST_OF_MANY) return columns.map((wish) => boundsWith(wish, Math.min(LEAST, share)));
  const left = roundedPercents(Math.max(0, 100 - given));
  const why = `写死的和下限合起来已有 ${roundedPercents(given)}，其余 ${open} 栏只剩 ${left}`;
  return impossible(
    at,
    open === 0 ? `最窄合起来也有 ${roundedPercents(given)}` : why,
    '减小写死的栏宽或下限，或减少栏数。',
  );
}

/** Whether a form leaves it to us how narrow a column may be. */
const isOpen = (wish: ColumnWish): boolean => typeof wish !== 'number' && wish.least === 0;

function boundsWith(wish: ColumnWish, least: number): Bounds {
  if (typeof wish === 'number') return { least: wish, most: wish };
  const most = Math.min(wish.most, 100);
  return { least: isOpen(wish) ? Math.min(least, most) : wish.least, most };
}

export const sumOf = (bounds: readonly Bounds[], side: keyof Bounds): number =>
  bounds.reduce((sum, bound) => sum + bound[side], 0);

const impossible = (at: BandSpec['at'], seen: string, advice: string): Diagnostic =>
  diagnostic({ code: 'G001', at, message: `这一段的栏宽${seen}，凑不成 100`, advice });
