import type { FaceTable, World } from '../../base/index.ts';
import type { Face } from '../types.ts';
import { openFace } from './face.ts';

/** A character's glyph, the font that has it, and the glyph's advance in thousandths of an em. */
export type ResolvedGlyph = { readonly face: Face; readonly glyph: number; readonly advance: number };

/** The faces of an installation. Keep one per process: it remembers the fonts it opened and what they hold. */
export type FontSet = {
  /**
   * The glyph of a code point in the first file of the face's chain that has it, null where none has.
   * Equal questions get the same object. Throws for a face that is not in the table.
   */
  readonly resolve: (face: string, codePoint: number) => ResolvedGlyph | null;
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

  const chains = new Map<string, Chain>();
  for (const [name, entry] of faces) chains.set(name, { files: entry.files, known: new Map() });

  return {
    resolve: (name, codePoint) => {
      const chain = chains.get(name);
      if (!chain) throw new Error(`no face ${name}`);
      const known = chain.known.get(codePoint);
      if (known !== undefined) return known;
      const found = firstWith(codePoint, chain.files, open);
      chain.known.set(codePoint, found);
      return found;
    },
  };
}

type Chain = { readonly files: readonly string[]; readonly known: Map<number, ResolvedGlyph | null> };

function firstWith(codePoint: number, files: readonly string[], open: (file: string) => Face): ResolvedGlyph | null {
  for (const file of files) {
    const face = open(file);
    const glyph = face.glyph(codePoint);
    if (glyph !== 0) return { face, glyph, advance: face.advance(glyph) };
  }
  return null;
}
