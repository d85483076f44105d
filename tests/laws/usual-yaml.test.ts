import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readThoroughly } from '../../src/source/thorough.ts';
import { readUsual } from '../../src/source/usual/index.ts';
import { runs } from '../support/runs.ts';

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));

const records = ['data', 'templates', 'tests/cases'].flatMap(filesUnder).map((file) => readFileSync(file, 'utf8'));

/** What both readers make of a text; null where the quick one leaves it to the other. */
function both(text: string) {
  const usual = readUsual('f.yaml', text);
  const { meant: _, ...thorough } = readThoroughly('f.yaml', text);
  return usual && { usual, thorough };
}

const bits = [
  ...['a', '甲', ': ', '：', ':', '- ', '-', ', ', ',', '\n', '\n  ', '\n    ', '\n\n', ' ', '  ', '\u3000', '…', '~'],
  ...['{ ', ' }', '{', '}', '[', ']', "'", "''", '"', '\\', '#', ' # 注', '|', '|\n    ', '>', '?', '!', '&', '*', '%'],
  ...['1', '-1', '3,109', '<<', '=', '`', '@', '/', 'ab: c', '\n- x: y', '- - a', '? a', '---\n', '...\n', '\n#c\n'],
  ...[
    'k: |\n   x\n    y\n',
    '{ 甲: 1, 乙: [二, "三"] }',
    "'它''s'",
    '\t',
    '\r\n',
    '键：值',
    '－ 甲',
    "'2015':\n  ",
    '"乙": ',
  ],
];

/** Some lines of a real file, brought to the left. */
const lines = fc
  .tuple(fc.constantFrom(...records), fc.nat(), fc.integer({ min: 1, max: 12 }), fc.boolean())
  .map(([text, from, count, ends]) => {
    const all = text.split('\n');
    const some = all.slice(from % all.length).slice(0, count);
    const left = Math.min(...some.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
    return `${some.map((line) => line.slice(left)).join('\n')}${ends ? '\n' : ''}`;
  });
const scraps = fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));

type Edit = { readonly at: number; readonly cut: number; readonly put: string };
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({ at: fc.nat(), cut: fc.integer({ min: 0, max: 3 }), put: fc.constantFrom('', ...bits) }),
  { maxLength: 4 },
);
const edited = fc.tuple(fc.oneof(lines, scraps), edits).map(([text, all]) =>
  all.reduce((now, { at, cut, put }) => {
    const place = at % (now.length + 1);
    return now.slice(0, place) + put + now.slice(place + cut);
  }, text),
);

describe('YAML written in the usual way', () => {
  it.each([...filesUnder('data'), ...filesUnder('templates')])('is that of %s', (file) => {
    expect(both(readFileSync(file, 'utf8'))).not.toBeNull();
  });

  it.each(records.map((text, i) => [i, text] as const))('gives the tree that the library gives: file %i', (_, text) => {
    const read = both(text);
    if (read) expect(read.usual).toEqual(read.thorough);
  });

  it('leaves a text whose first line is a full-width blank to the library', () => {
    expect(readUsual('f.yaml', '目标: |\n  \u3000\n  甲\n')).toBeNull();
  });

  it('is never read as something else than the library reads, and has no fault that the library would tell', () => {
    let readings = 0;
    fc.assert(
      fc.property(edited, (text) => {
        const read = both(text);
        if (read === null) return;
        readings += 1;
        expect(read.usual).toEqual(read.thorough);
      }),
      { numRuns: runs(8000) },
    );
    expect(readings).toBeGreaterThan(400);
  });
});
