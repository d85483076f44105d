import type { Span } from '../../base/index.ts';
import type { Paragraph } from '../../form/index.ts';
import { squeezed } from '../text/blanks.ts';
import type { Spot } from './spots.ts';

/** A value's place in a cell; `text` is what is printed there, its paragraphs as lines. */
export type Slot = {
  readonly kind: 'slot';
  readonly spot: Spot;
  readonly text: string;
  /** Worked out by the program. */
  readonly computed: boolean;
};

/** What a cell is made of: words of the template, numbers it counts, values. */
export type Token =
  | Slot
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string };

/** A paragraph, or the paragraphs of one value with what stands before and behind it. */
export type Unit = readonly Token[];

/** Units that stand once, or as often as a list has items. */
export type Part =
  | { readonly kind: 'units'; readonly units: readonly Unit[] }
  | { readonly kind: 'repeat'; readonly level: string; readonly units: readonly Unit[]; readonly count: number };

/** What a cell, a heading or a line is made of. */
export type Pattern = {
  readonly parts: readonly Part[];
  readonly slots: readonly Slot[];
  /** The same for the same column of all rows. */
  readonly key: string;
  /** All of it as printed. */
  readonly text: string;
  readonly isLabel: boolean;
  readonly at: Span;
};

/** Where a path stands in the fields, and the whole text of what stands there. */
export type Sight = {
  readonly spotOf: (path: Spot['path']) => Spot | null;
  readonly textAt: (path: Spot['path']) => string;
};

/** The units of a cell's paragraphs; the lines of one value are joined again. */
export function unitsOf(paragraphs: readonly Paragraph[], { spotOf, textAt }: Sight): readonly Unit[] {
  const units: Token[][] = [];
  for (const { runs } of paragraphs) {
    const tokens = runs.flatMap(({ text, origin }): Token[] => {
      if (origin.kind === 'template') return text === '' ? [] : [{ kind: 'literal', text }];
      if (!('path' in origin)) return [{ kind: 'number', text }];
      const spot = spotOf(origin.path);
      if (spot === null) return [{ kind: 'literal', text }];
      return [{ kind: 'slot', spot, text, computed: origin.kind === 'computed' }];
    });
    const last = units.at(-1)?.at(-1);
    const [first, ...rest] = tokens;
    const next = first === undefined ? '' : first.text;
    if (
      last?.kind === 'slot' &&
      (first === undefined || (first.kind === 'slot' && first.spot.key === last.spot.key)) &&
      textAt(last.spot.path).startsWith(`${last.text}\n${next}`)
    ) {
      const unit = units.at(-1) as Token[];
      unit[unit.length - 1] = { ...last, text: `${last.text}\n${next}` };
      unit.push(...rest);
    } else units.push(tokens);
  }
  return units;
}

export const slotsOf = (units: readonly Unit[]): readonly Slot[] =>
  units.flatMap((unit) => unit.filter((token) => token.kind === 'slot'));

/** Makes a pattern of a cell; `repeated` are the levels whose items may stand one below the other in a cell. */
export function patternOf(
  units: readonly Unit[],
  { isLabel, at, repeated }: { readonly isLabel: boolean; readonly at: Span; readonly repeated: ReadonlySet<string> },
): Pattern {
  const parts = partsOf(units, repeated);
  return {
    parts,
    slots: slotsOf(units),
    key: parts.map(partKey).join('\u0003'),
    text: units.map((unit) => unit.map(({ text }) => text).join('')).join('\n'),
    isLabel,
    at,
  };
}

function partsOf(units: readonly Unit[], repeated: ReadonlySet<string>): readonly Part[] {
  const parts: Part[] = [];
  let plain: Unit[] = [];
  let i = 0;
  const settle = (): void => {
    if (plain.length > 0) parts.push({ kind: 'units', units: plain });
    plain = [];
  };
  while (i < units.length) {
    const level = levelIn(units[i] as Unit, repeated);
    if (level === null) {
      plain.push(units[i] as Unit);
      i += 1;
      continue;
    }
    settle();
    const start = i;
    const holders: string[] = [];
    while (i < units.length && levelIn(units[i] as Unit, repeated) === level) {
      const holder = holderIn(units[i] as Unit, level);
      if (holders.at(-1) !== holder) holders.push(holder);
      i += 1;
    }
    const first = units.slice(start, i).filter((unit) => holderIn(unit, level) === holders[0]);
    parts.push({ kind: 'repeat', level, units: first, count: holders.length });
  }
  settle();
  return parts;
}

const levelIn = (unit: Unit, repeated: ReadonlySet<string>): string | null =>
  slotsOf([unit])[0]?.spot.levels.findLast((level) => repeated.has(level)) ?? null;

const holderIn = (unit: Unit, level: string): string => {
  const { levels, holders } = (slotsOf([unit])[0] as Slot).spot;
  return holders[levels.indexOf(level)] as string;
};

const partKey = (part: Part): string =>
  `${part.kind === 'repeat' ? part.level : ''}(${part.units.map((unit) => unit.map(tokenKey).join('\u0004')).join('\u0005')})`;

const tokenKey = (token: Token): string => {
  if (token.kind === 'literal') return `=${squeezed(token.text)}`;
  return token.kind === 'number' ? '#' : `:${token.spot.key}`;
};
