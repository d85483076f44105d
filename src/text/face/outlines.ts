import { padded } from './assemble.ts';
import { checksum } from './checksum.ts';
import { type Sfnt, table, UnreadableFont, viewOf } from './sfnt.ts';

/** A part of a composite glyph; `at` is where its number stands, in bytes from the beginning of the composite one. */
type Component = { readonly at: number; readonly glyph: number };

const none: readonly Component[] = [];

const UNREAD = -1;
/** How many words there is room for at first. */
const FIRST_ROOM = 1 << 14;

/**
 * The glyphs of a glyf table without their hints. Each is cut out of the file and summed once, when it is first read, and
 * they are kept side by side in words of four bytes: a document copies hundreds of them, and fetching an object for each
 * would take longer than copying.
 */
export class Outlines {
  readonly #cut: (glyph: number) => Uint8Array;
  /** By glyph. */
  readonly #starts: Int32Array;
  readonly #lengths: Int32Array;
  readonly #sums: Uint32Array;
  readonly #components = new Map<number, readonly Component[]>();
  #words = new Uint32Array(FIRST_ROOM);
  #used = 0;

  constructor(sfnt: Sfnt) {
    const loca = table(sfnt, 'loca');
    const long = table(sfnt, 'head').getInt16(50) === 1;
    const offset = (i: number): number => (long ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
    const count = loca.byteLength / (long ? 4 : 2);
    if (!Number.isInteger(count)) throw new UnreadableFont(sfnt.file, 'loca 表不完整');
    this.#cut = (glyph) => sfnt.cut('glyf', offset(glyph), offset(glyph + 1));
    this.#starts = new Int32Array(count).fill(UNREAD);
    this.#lengths = new Int32Array(count);
    this.#sums = new Uint32Array(count);
  }

  /** Reads glyphs; gives them back with those parts of composite ones that are not among them at the end. */
  read(glyphs: readonly number[]): readonly number[] {
    for (const glyph of glyphs) this.#read(glyph);
    if (!this.areComposite(glyphs)) return glyphs;
    const all = [...glyphs];
    const present = new Set(all);
    // The list grows while it is walked.
    for (const glyph of all) {
      for (const part of this.componentsOf(glyph)) {
        if (present.has(part.glyph)) continue;
        present.add(part.glyph);
        all.push(part.glyph);
        this.#read(part.glyph);
      }
    }
    return all;
  }

  /** Whether any of these glyphs is composite. */
  areComposite(glyphs: readonly number[]): boolean {
    return this.#components.size > 0 && glyphs.some((glyph) => this.#components.has(glyph));
  }

  /** How many words a glyph takes. */
  lengthOf(glyph: number): number {
    return this.#lengths[glyph] as number;
  }

  /** The sum of its big-endian words, as table checksums need it. */
  sumOf(glyph: number): number {
    return this.#sums[glyph] as number;
  }

  /** The parts of a composite glyph, none of a plain one. */
  componentsOf(glyph: number): readonly Component[] {
    return this.#components.get(glyph) ?? none;
  }

  /** Copies glyphs, one behind the other, to a place in words. */
  copy(glyphs: readonly number[], to: Uint32Array, place: number): void {
    const words = this.#words;
    let at = place;
    for (const glyph of glyphs) {
      const start = this.#starts[glyph] as number;
      const end = start + (this.#lengths[glyph] as number);
      // A loop: a view for each would take longer.
      for (let from = start; from < end; from += 1) {
        to[at] = words[from] as number;
        at += 1;
      }
    }
  }

  #read(glyph: number): void {
    if ((this.#starts[glyph] ?? UNREAD) !== UNREAD) return;
    const { bytes, components } = outlineOf(this.#cut(glyph));
    const start = this.#used;
    const length = padded(bytes.length) / 4;
    this.#used += length;
    if (this.#used > this.#words.length) this.#widen();
    new Uint8Array(this.#words.buffer).set(bytes, 4 * start);
    this.#starts[glyph] = start;
    this.#lengths[glyph] = length;
    this.#sums[glyph] = checksum(bytes);
    if (components.length > 0) this.#components.set(glyph, components);
  }

  #widen(): void {
    const wider = new Uint32Array(Math.max(2 * this.#words.length, this.#used));
    wider.set(this.#words);
    this.#words = wider;
  }
}

type Outline = { readonly bytes: Uint8Array; readonly components: readonly Component[] };

function outlineOf(raw: Uint8Array): Outline {
  if (raw.length < 10) return { bytes: raw.subarray(0, 0), components: none };
  if (viewOf(raw).getInt16(0) < 0) return compositeOutline(raw);
  return { bytes: withoutHints(raw), components: none };
}

/** A plain outline with its instructions taken out: without the font's programs they would be faults. */
function withoutHints(raw: Uint8Array): Uint8Array {
  const view = viewOf(raw);
  const lengthAt = 10 + 2 * view.getInt16(0);
  const length = view.getUint16(lengthAt);
  if (length === 0) return raw;
  const bytes = new Uint8Array(raw.length - length);
  bytes.set(raw.subarray(0, lengthAt));
  bytes.set(raw.subarray(lengthAt + 2 + length), lengthAt + 2);
  return bytes;
}

// Flags of a component (OpenType, glyf table).
const wordArguments = 0x0001;
const oneScale = 0x0008;
const moreComponents = 0x0020;
const twoScales = 0x0040;
const matrix = 0x0080;
const hasInstructions = 0x0100;

/** A composite glyph up to the end of its last component, with no flag that promises instructions. */
function compositeOutline(raw: Uint8Array): Outline {
  // What a Buffer calls a slice is a view.
  const bytes = new Uint8Array(raw);
  const view = viewOf(bytes);
  const components: Component[] = [];
  let at = 10;
  for (let more = true; more; ) {
    const flags = view.getUint16(at);
    view.setUint16(at, flags & ~hasInstructions);
    components.push({ at: at + 2, glyph: view.getUint16(at + 2) });
    at += 4 + (flags & wordArguments ? 4 : 2);
    at += flags & matrix ? 8 : flags & twoScales ? 4 : flags & oneScale ? 2 : 0;
    more = (flags & moreComponents) !== 0;
  }
  return { bytes: bytes.subarray(0, at), components };
}
