import { type Paper, pt, type Styles, type TableStyle, type TextStyle } from '../../src/base/index.ts';
import type { Setup } from '../../src/measure/index.ts';
import type { Face, FontSet } from '../../src/text/index.ts';

/** Characters from here on are one em wide, all before it half an em. */
const WIDE = 0x2000;

/** A face in which every character has a glyph (its own code point) and widths can be counted by eye. */
export const fakeFace: Face = {
  key: 'fake',
  metrics: { postScriptName: 'Fake', ascent: 880, descent: -120, capHeight: 700, box: [0, -120, 1000, 880] },
  outlines: 'glyf',
  glyph: (codePoint) => codePoint,
  advance: (glyph) => (glyph < WIDE ? 500 : 1000),
  subset: () => {
    throw new Error('the fake face has no outlines');
  },
};

const resolved = new Map<number, ReturnType<ReturnType<FontSet['face']>>>();

/** The fake face under every name. */
export const fakeFonts: FontSet = {
  face: () => (codePoint) => {
    const known = resolved.get(codePoint) ?? { face: fakeFace, glyph: codePoint, advance: fakeFace.advance(codePoint) };
    resolved.set(codePoint, known);
    return known;
  },
};

const style = (size: number, pitch: number): TextStyle => ({ face: '假', size: pt(size), pitch: pt(pitch) });

/** Labels and cells have different pitches, so that a law cannot hold by mixing them up. */
export const fakeStyles: Styles = {
  annex: style(12, 16),
  title: style(20, 24),
  subtitle: style(12, 16),
  line: style(10, 12),
  label: style(10, 14),
  cell: style(10, 12),
  folio: style(14, 20),
};

export const fakeTable: TableStyle = { padX: pt(2), padY: pt(1), rule: pt(0.5), continued: '' };

export const fakeSetup: Setup = {
  styles: fakeStyles,
  table: fakeTable,
  paragraph: { indent: 0, gap: pt(0), level: 'gb' },
  fonts: fakeFonts,
  labelWords: new Set(['指标', '目标', '情况']),
};

/** A sheet with a type area of this size in points and margins of 40 pt. */
export const paperOf = (width: number, height: number, folio: Paper['folio'] = 'none'): Paper => ({
  width: pt(width + 80),
  height: pt(height + 80),
  top: pt(40),
  bottom: pt(40),
  left: pt(40),
  right: pt(40),
  mirrored: false,
  folio,
});
