import type { FaceTable, World } from '../../base/index.ts';
import type { Face } from '../types.ts';
import { openFace } from './face.ts';

/** A character's glyph, the font that has it, and the glyph's advance in thousandths of an em. */
export type ResolvedGlyph = { readonly face: Face; readonly glyph: number; readonly advance: number };

/** The glyph of a code point in the first file of a face's chain that has it, null where none has; the same object each time. */
export type Resolve = (codePoint: number) => ResolvedGlyph | null;

/** The faces of an installation. Keep one per process: it remembers the fonts it opened and what they hold. */
export type FontSet = {
  /** How a face finds its glyphs. Throws for a face that is not in the table. */
  readonly face: (name: string) => Resolve;
};

/** Opens no file yet; each is read when a character asks for it, once. */
export function openFonts(world: Pick<World, 'readFont'>, faces: FaceTable): FontSet {
  const opened = new Map<string, Face>();
  const open = (file: string): Face => {
    const known = opened.get(file);
    if (known) return known;
    const face = openFace(file, world.readFont(file));
    opened.set(file, face);
    return face;
  };

  const chains = new Map([...faces].map(([name, { files }]) => [name, resolver(files, open)]));
  return {
    face: (name) => {
      const resolve = chains.get(name);
      if (resolve === undefined) throw new Error(`no face ${name}`);
      return resolve;
    },
  };
}

const CODE_POINTS = 0x110000;
const BLOCK_BITS = 8;
const BLOCK = 1 << BLOCK_BITS;

function resolver(files: readonly string[], open: (file: string) => Face): Resolve {
  // By the high and the low part of the code point: twice as fast as a Map.
  const blocks = new Array<(ResolvedGlyph | null)[] | undefined>(CODE_POINTS / BLOCK);
  return (codePoint) => {
    let block = blocks[codePoint >> BLOCK_BITS];
    if (block === undefined) {
      block = new Array<ResolvedGlyph | null>(BLOCK);
      blocks[codePoint >> BLOCK_BITS] = block;
    }
    const known = block[codePoint % BLOCK];
    if (known !== undefined) return known;
    const found = firstWith(codePoint, files, open);
    block[codePoint % BLOCK] = found;
    return found;
  };
}

function firstWith(codePoint: number, files: readonly string[], open: (file: string) => Face): ResolvedGlyph | null {
  for (const file of files) {
    const face = open(file);
    const glyph = face.glyph(codePoint);
    if (glyph !== 0) return { face, glyph, advance: face.advance(glyph) };
  }
  return null;
}
