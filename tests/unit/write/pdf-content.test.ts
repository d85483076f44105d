import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mpt } from '../../../src/base/index.ts';
import type { Fragment } from '../../../src/text/index.ts';
import { DocumentCodes } from '../../../src/write/page/pdf/codes.ts';
import { drawPage } from '../../../src/write/page/pdf/content.ts';
import { points } from '../../../src/write/page/pdf/numbers.ts';
import { unicodeMap } from '../../../src/write/page/pdf/unicode.ts';
import { fragment, line, page, rule, text } from './pdf-fixture.ts';

const draw = (...[texts, rules]: Parameters<typeof page>): string =>
  drawPage(page(texts, rules), new DocumentCodes(), null).operators;

describe('a page', () => {
  it('is black, has its rules in one path from the lower left corner, and each text at its own place', () => {
    const rules = [rule(70866, 104882, 453543, 500), rule(70866, 104882, 500, 20005)];
    expect(draw([text('表里表', 73000, 120010), text('里', 200500, 841890)], rules)).toBe(
      [
        '0 g',
        '70.866 736.508 453.543 0.5 re',
        '70.866 717.003 0.5 20.005 re',
        'f',
        'BT',
        '/F1 10.5 Tf',
        '1 0 0 1 73 721.88 Tm',
        '<000100020001> Tj',
        '1 0 0 1 200.5 0 Tm',
        '<0002> Tj',
        'ET\n',
      ].join('\n'),
    );
  });

  it('places the second fragment of a line where the first ends', () => {
    const fragments = [fragment('表里'), fragment('如一', { size: mpt(12000) })];
    const operators = draw([text(line(fragments), 1000, 841890)]);
    expect(operators.match(/.* Tm/g)).toEqual(['1 0 0 1 1 0 Tm', '1 0 0 1 22 0 Tm']);
    expect(operators.match(/.* Tf/g)).toEqual(['/F1 10.5 Tf', '/F1 12 Tf']);
  });

  it('moves the pen only where an advance is not the font’s own', () => {
    const squeezed = fragment('表，里', { extra: (i) => (i === 1 ? -5250 : 0) });
    expect(draw([text(line([squeezed]))])).toContain('[<00010002>500<0003>] TJ\n');
    expect(draw([text('表里如一12.50')])).not.toContain('TJ');
  });

  it('turns a bracket of a vertical label clockwise about the middle of its square', () => {
    const bracket = { ...line([fragment('（', { size: mpt(10000) })]), turned: true };
    const operators = draw([text(bracket, 20000, 841890 - 50000)]);
    // Its square lies from 20 to 30 and, the baseline being at 50, from 48.8 to 58.8.
    expect(operators).toContain('0 -1 1 0 21.2 58.8 Tm');
  });

  it('draws a code point in two ways, and both read as it was typed', () => {
    const codes = new DocumentCodes();
    const [dash, stroke] = [fragment('—'), fragment('—')].map((one, i) => ({
      ...one,
      glyphs: [(one.glyphs[0] as number) + i],
    }));
    const operators = drawPage(page([text(line([dash, stroke] as Fragment[]))]), codes, null).operators;
    expect(operators.match(/<(....)> Tj/g)).toEqual(['<0001> Tj', '<0002> Tj']);
    expect(codes.all()[0]?.codePoints).toEqual([-1, 0x2014, 0x2014]);
  });

  it('sets no glyph further than half a thousandth of its size from its place', () => {
    const advance = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ character: fc.constantFrom(...'表里如一12.，'), extra: advance }), { minLength: 1 }),
        fc.integer({ min: 5000, max: 26000 }),
        (characters, size) => {
          const set = fragment(characters.map(({ character }) => character).join(''), {
            size: mpt(size),
            extra: (i) => characters[i]?.extra ?? 0,
          });
          const pens = penPositions(draw([text(line([set]))]), set);
          let place = 0;
          pens.forEach((pen, i) => {
            expect(Math.abs(pen - place)).toBeLessThanOrEqual(size / 2000 + 1e-6);
            place += set.advances[i] ?? 0;
          });
          expect(pens).toHaveLength(characters.length);
        },
      ),
    );
  });
});

/** Where a PDF reader puts each glyph of a page with one fragment, in thousandths of a point from the first. */
function penPositions(operators: string, { face, glyphs, size }: Fragment): number[] {
  const shown = operators.split('\n').find((operator) => /T[jJ]$/.test(operator)) ?? '';
  const pens: number[] = [];
  let pen = 0;
  for (const [, codes, move] of shown.matchAll(/<([0-9a-f]+)>(-?\d+)?/g)) {
    for (let i = 0; i < (codes ?? '').length / 4; i += 1) {
      pens.push(pen);
      pen += (face.advance(glyphs[pens.length - 1] ?? 0) * size) / 1000;
    }
    pen -= (Number(move ?? 0) * size) / 1000;
  }
  return pens;
}

describe('numbers', () => {
  it('are exact points with at most three decimals and no exponent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000_000, max: 20_000_000 }), (thousandths) => {
        expect(points(thousandths)).toBe(String(thousandths / 1000));
      }),
    );
  });
});

describe('a ToUnicode map', () => {
  const map = unicodeMap([-1, ...Array.from({ length: 30_000 }, (_, i) => 0x4e00 + (i % 20_000)), 0x20164]);
  const entries = Array.from(map.matchAll(/^<(....)><([0-9a-f]+)>$/gm));

  it('covers every code once, each with its own meaning', () => {
    expect(entries.map(([, code = '']) => Number.parseInt(code, 16))).toEqual(
      Array.from({ length: 30_001 }, (_, i) => i + 1),
    );
    expect(entries.slice(0, 2).map(([, , meaning]) => meaning)).toEqual(['4e00', '4e01']);
  });

  it('has at most 100 entries in a block and says how many', () => {
    const blocks = Array.from(map.matchAll(/(\d+) beginbfchar\n([\s\S]*?)\nendbfchar/g));
    const sizes = blocks.map(([, said, body = '']) => [Number(said), body.split('\n').length]);
    expect(sizes).toEqual([...Array.from({ length: 300 }, () => [100, 100]), [1, 1]]);
  });

  it('writes a character outside the basic plane as a surrogate pair', () => {
    expect(map).toContain('><d840dd64>\n');
  });
});
