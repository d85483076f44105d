import type { Face } from '../../../text/index.ts';
import type { FaceCodes } from './codes.ts';
import { deflated, deflatedSmall } from './deflated.ts';
import { subsetTag } from './subset-tag.ts';
import { unicodeMap } from './unicode.ts';

/** The width of most characters of a Chinese face, in thousandths of an em. */
const USUAL_WIDTH = 1000;
/** A face with at most so many characters is always compressed. */
const FEW = 256;
/** As much of a TrueType file as its directory of the sums of all tables may take. */
const DIRECTORY = 512;

/** A face cut to the characters of a document: all that is written of it that takes work. */
export type CutFace = {
  /** The six letters before its name. */
  readonly tag: string;
  /** The stream of its program; `named` stands for its bytes in the file's name. */
  readonly program: { readonly entries: string; readonly bytes: Uint8Array; readonly named: Uint8Array };
  /** The ToUnicode CMap, compressed. */
  readonly unicode: Uint8Array;
  /** Entries for the usual width and, for each stretch of codes with unusual ones, its first code and the list of widths. */
  readonly widths: string;
};

/** The last of each face with few characters. */
const kept = new WeakMap<Face, { readonly codes: FaceCodes; readonly cut: CutFace }>();

/**
 * Cuts a face. To compress 130 KB of outlines takes half as long as all other work on a document and saves a quarter of
 * the file, so that the face of the text is written as it is unless a file is to be small. Those of labels have few
 * characters, nearly always the same in each document of a form: they are compressed, and kept for the next.
 */
export function cutFace(codes: FaceCodes, small: boolean): CutFace {
  if (codes.glyphs.length > FEW) return cut(codes, small);
  const last = kept.get(codes.face);
  if (last !== undefined && isSame(last.codes, codes)) return last.cut;
  const anew = cut(codes, true);
  kept.set(codes.face, { codes, cut: anew });
  return anew;
}

const isSame = (one: FaceCodes, other: FaceCodes): boolean =>
  one.glyphs.length === other.glyphs.length &&
  one.glyphs.every((glyph, code) => glyph === other.glyphs[code]) &&
  one.codePoints.every((codePoint, code) => codePoint === other.codePoints[code]);

function cut({ face, glyphs, codePoints, widths }: FaceCodes, compressed: boolean): CutFace {
  const program = face.subset(glyphs);
  const isTrueType = face.outlines === 'glyf';
  const kind = isTrueType ? `/Length1 ${program.length}` : `/Subtype/${compactSubtype(program)}`;
  return {
    tag: subsetTag(glyphs),
    program: {
      entries: compressed ? `${kind}/Filter/FlateDecode` : kind,
      bytes: compressed ? deflatedSmall(program) : program,
      named: isTrueType ? program.subarray(0, DIRECTORY) : program,
    },
    unicode: deflated(unicodeMap(codePoints)),
    widths: `/DW ${USUAL_WIDTH}/W[${widthTable(widths)}]`,
  };
}

/** Whether a CFF program comes bare or within an OpenType file, which begins with «OTTO». */
const compactSubtype = (program: Uint8Array): string =>
  program[0] === 0x4f && program[1] === 0x54 ? 'OpenType' : 'CIDFontType0C';

function widthTable(widths: readonly number[]): string {
  let table = '';
  for (let first = 0; first < widths.length; first += 1) {
    let end = first;
    while (end < widths.length && widths[end] !== USUAL_WIDTH) end += 1;
    if (end > first) table += `${first}[${widths.slice(first, end).join(' ')}]`;
    first = end;
  }
  return table;
}
