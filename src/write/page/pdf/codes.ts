import type { Face } from '../../../text/index.ts';
import { hex4 } from './numbers.ts';

/** The greatest number that two bytes hold. */
const LAST_CODE = 0xffff;

/**
 * The characters of one face in one document, numbered 1, 2, 3 … in order of first use (0 is the missing glyph).
 * A number stands for a code point drawn with a glyph: two code points drawn alike keep two numbers, and so each reads
 * back as itself; a code point drawn in two ways has two.
 */
export class FaceCodes {
  readonly face: Face;
  /** The name of the font in the page's resources. */
  readonly name: string;
  /** By number: the glyph of the face. */
  readonly glyphs: number[] = [0];
  /** By number: the code point; -1 for the missing glyph. */
  readonly codePoints: number[] = [-1];
  /** By number: the advance in thousandths of an em, rounded as the PDF states it. */
  readonly widths: number[];
  /** By number: four hexadecimal digits. */
  readonly hex: string[] = ['0000'];
  /** By code point: its number as it was first drawn. */
  readonly #first = new Map<number, number>();
  /** Of code points drawn in a further way, by code point and glyph. */
  readonly #further = new Map<string, number>();

  constructor(face: Face, name: string) {
    this.face = face;
    this.name = name;
    this.widths = [Math.round(face.advance(0))];
  }

  /** The number of a code point that the face draws with a glyph. */
  code(codePoint: number, glyph: number): number {
    const first = this.#first.get(codePoint);
    if (first === undefined) {
      const code = this.#add(codePoint, glyph);
      this.#first.set(codePoint, code);
      return code;
    }
    if (this.glyphs[first] === glyph) return first;
    const key = `${codePoint} ${glyph}`;
    const further = this.#further.get(key) ?? this.#add(codePoint, glyph);
    this.#further.set(key, further);
    return further;
  }

  #add(codePoint: number, glyph: number): number {
    const code = this.glyphs.length;
    if (code > LAST_CODE) throw new Error(`more than ${LAST_CODE} characters of ${this.face.key} in one document`);
    this.glyphs.push(glyph);
    this.codePoints.push(codePoint);
    this.widths.push(Math.round(this.face.advance(glyph)));
    this.hex.push(hex4(code));
    return code;
  }
}

/** The faces of one document in order of first use. */
export class DocumentCodes {
  readonly #faces = new Map<Face, FaceCodes>();

  of(face: Face): FaceCodes {
    const known = this.#faces.get(face);
    if (known !== undefined) return known;
    const codes = new FaceCodes(face, `F${this.#faces.size + 1}`);
    this.#faces.set(face, codes);
    return codes;
  }

  all(): readonly FaceCodes[] {
    return [...this.#faces.values()];
  }
}
