import { type Length, mm, type Paper, type Span } from '../base/index.ts';
import type { Mapping } from '../source/index.ts';
import { type Reading, seenAt } from './reading.ts';
import { readLength } from './units.ts';
import { words } from './vocabulary.ts';

type Margins = Readonly<Record<'top' | 'bottom' | 'left' | 'right', Length>>;

const margins = (top: number, bottom: number, left: number, right: number): Margins => ({
  top: mm(top),
  bottom: mm(bottom),
  left: mm(left),
  right: mm(right),
});

/**
 * Margins by GB/T 9704-2012 5.2, which gives an A4 sheet bound at the left a type area of 156 × 225 mm: 37 mm above it
 * and 28 mm at the binding edge, so that 35 mm and 26 mm are left on the other sides. All other sheets keep these five
 * measures; larger sheets have a larger type area.
 * - Upright, bound at the top: 37 mm are room enough for the binding, and the type area stands in the middle.
 * - Lying, bound at the top: the upright sheet turned by a right angle, its binding edge up.
 * - Lying, bound at the left: as before, with the larger margin at the binding edge.
 */
const normMargins = {
  portrait: { left: margins(37, 35, 28, 26), top: margins(37, 35, 27, 27) },
  landscape: { left: margins(28, 26, 37, 35), top: margins(28, 26, 35, 37) },
} as const;

/** A page number stands 7 mm below the type area (GB/T 9704-2012 7.5) and is about as tall. */
const FOLIO_ROOM = mm(14);

/** A type area is at least so wide and tall. */
const LEAST = mm(20);

/**
 * The sheet: 页面 of form.yaml with the norm's values where it is silent. An upright sheet is bound at the left and a
 * lying one at the top, if the form does not say otherwise. Sheets printed on both sides have mirrored margins when
 * they are bound at the left; those bound at the top are turned over that edge, and their margins stay where they are.
 */
export function readPaper(form: Mapping, reading: Reading): Paper {
  const map = reading.section(form, words.form.paper, Object.values(words.paper));
  const A4 = words.sizes.A4 as readonly [number, number];
  const [short, long] = reading.choice(map, words.paper.size, words.sizes, A4);
  const { portrait, landscape } = words.orientation;
  const lying = reading.choice(map, words.paper.orientation, { [portrait]: false, [landscape]: true }, false);
  const { left, top } = words.binding;
  const bound = reading.choice<'left' | 'top'>(
    map,
    words.paper.binding,
    { [left]: 'left', [top]: 'top' },
    lying ? 'top' : 'left',
  );
  const bothSides = reading.flag(map, words.paper.bothSides, false);
  const folios = { [words.folio.norm]: 'gbt9704', [words.folio.without]: 'none' } as const;
  const paper: Paper = {
    width: mm(lying ? long : short),
    height: mm(lying ? short : long),
    ...readMargins(map, normMargins[lying ? 'landscape' : 'portrait'][bound], reading),
    mirrored: bothSides && bound === 'left',
    folio: reading.choice<Paper['folio']>(map, words.paper.folio, folios, 'gbt9704'),
  };
  checkMargins(paper, seenAt(map, words.paper.margins), reading);
  return paper;
}

function readMargins(map: Mapping, norm: Margins, reading: Reading): Margins {
  const said = reading.section(map, words.paper.margins, Object.values(words.margins));
  const margin = (side: keyof Margins): Length => readLength(said, words.margins[side], reading) ?? norm[side];
  return { top: margin('top'), bottom: margin('bottom'), left: margin('left'), right: margin('right') };
}

function checkMargins(paper: Paper, at: Span, reading: Reading): void {
  if (paper.left + paper.right + LEAST > paper.width || paper.top + paper.bottom + LEAST > paper.height) {
    reading.report('B004', at, '边距太大，版心的宽或高不到 20 毫米', '减小边距。');
  }
  if (paper.folio !== 'none' && paper.bottom < FOLIO_ROOM) {
    reading.report('B004', at, '下边距放不下页码', '下边距至少 14mm；不要页码就写“页码: 不印”。');
  }
}
