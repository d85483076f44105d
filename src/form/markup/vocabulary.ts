import type { AlignWish, Direction, VerticalAlign } from '../../base/index.ts';

const aligns: readonly AlignWish[] = ['left', 'center', 'right', 'justify', 'auto'];
const valigns: readonly VerticalAlign[] = ['top', 'middle', 'bottom'];
const directions: readonly Direction[] = ['horizontal', 'vertical'];

/** What an attribute may say: one of some words, a whole number from 1, or percents that sum to 100. */
export type AttributeRule = { readonly words: readonly string[] } | 'count' | 'percents';

type ElementRule = {
  readonly children: readonly string[];
  /** Whether it holds text and values. */
  readonly text: boolean;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** Attributes that must be given. */
  readonly required: readonly string[];
};

const cell: ElementRule = {
  children: ['p'],
  text: true,
  attributes: {
    span: 'count',
    rows: 'count',
    align: { words: aligns },
    valign: { words: valigns },
    direction: { words: directions },
  },
  required: [],
};
const plain = (children: readonly string[], text = false): ElementRule => ({
  children,
  text,
  attributes: {},
  required: [],
});
const header = { kind: { words: ['header'] } };

/** Every element of the markup: what may stand in it and which attributes it takes. */
export const elements: Readonly<Record<string, ElementRule>> = {
  form: plain(['title', 'subtitle', 'lines', 'table']),
  title: plain(['p'], true),
  subtitle: plain(['p'], true),
  lines: { ...plain(['cell']), attributes: { columns: 'percents' }, required: ['columns'] },
  table: plain(['band']),
  band: { ...plain(['group', 'row']), attributes: { columns: 'percents' }, required: ['columns'] },
  group: { ...plain(['label', 'group', 'row']), attributes: header },
  row: { ...plain(['label', 'cell']), attributes: header },
  label: cell,
  cell,
  p: plain([], true),
};

/** The element a template is made of. */
export const TOP = 'form';
