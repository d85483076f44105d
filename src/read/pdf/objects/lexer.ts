import { ObjectFault, type PdfObject } from './types.ts';

/** Arrays and dictionaries are not nested deeper than this. */
const DEEPEST = 100;

const code = (character: string): number => character.charCodeAt(0);
const [SLASH, LEFT, RIGHT, LESS, MORE] = [code('/'), code('('), code(')'), code('<'), code('>')];
const [OPEN, CLOSE, PERCENT, BACKSLASH, HASH] = [code('['), code(']'), code('%'), code('\\'), code('#')];
const DELIMITERS = new Set([SLASH, LEFT, RIGHT, LESS, MORE, OPEN, CLOSE, PERCENT, code('{'), code('}')]);
/** ISO 32000-1, table 1. */
const BLANKS = new Set([0, 9, 10, 12, 13, 32]);
const isBlank = (byte: number | undefined): boolean => byte !== undefined && BLANKS.has(byte);
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !isBlank(byte) && !DELIMITERS.has(byte);

/** Escapes in strings (ISO 32000-1, table 3). */
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads objects from bytes, one after another from a place on. */
export class Lexer {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next object; a stream as the dictionary before it, with `start` behind the keyword. Throws {@link ObjectFault}. */
  object(depth = 0): PdfObject {
    if (depth > DEEPEST) throw new ObjectFault('nested too deeply');
    this.blanks();
    const byte = this.bytes[this.at];
    if (byte === SLASH) return { kind: 'name', name: this.#name() };
    if (byte === LEFT) return { kind: 'text', bytes: this.#literal() };
    if (byte === OPEN) return this.#array(depth);
    if (byte === LESS) return this.bytes[this.at + 1] === LESS ? this.#dictionary(depth) : this.#hexadecimal();
    return this.#number() ?? this.#word();
  }

  /** Goes on behind blanks and comments. */
  blanks(): void {
    for (;;) {
      while (isBlank(this.bytes[this.at])) this.at += 1;
      if (this.bytes[this.at] !== PERCENT) return;
      while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
    }
  }

  /** The word that begins here, after blanks: of characters that are neither blank nor delimit. */
  word(): string {
    this.blanks();
    const start = this.at;
    while (isRegular(this.bytes[this.at])) this.at += 1;
    return latin1(this.bytes, start, this.at);
  }

  #word(): PdfObject {
    const word = this.word();
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    throw new ObjectFault(`no object at ${this.at}`);
  }

  /** A number, or the reference that two numbers and an R make. */
  #number(): PdfObject | undefined {
    const start = this.at;
    const number = this.#digits();
    if (number === undefined) {
      this.at = start;
      return undefined;
    }
    const end = this.at;
    if (Number.isInteger(number) && number >= 0) {
      this.blanks();
      if (Number.isInteger(this.#digits()) && this.word() === 'R') return { kind: 'reference', number };
    }
    this.at = end;
    return number;
  }

  #digits(): number | undefined {
    const word = this.word();
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : undefined;
  }

  #name(): string {
    this.at += 1;
    const start = this.at;
    while (isRegular(this.bytes[this.at])) this.at += 1;
    const name = latin1(this.bytes, start, this.at);
    if (!this.bytes.subarray(start, this.at).includes(HASH)) return name;
    return name.replace(/#([\da-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  }

  #literal(): string {
    this.at += 1;
    let text = '';
    for (let open = 1; ; this.at += 1) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new ObjectFault('a string without end');
      if (byte === BACKSLASH) {
        text += this.#escape();
        continue;
      }
      if (byte === LEFT) open += 1;
      if (byte === RIGHT) open -= 1;
      if (open === 0) break;
      text += String.fromCharCode(byte);
    }
    this.at += 1;
    return text;
  }

  /** What stands for a backslash and what follows; ends on the last character of it. */
  #escape(): string {
    const octal = /^[0-7]{1,3}/.exec(latin1(this.bytes, this.at + 1, this.at + 4))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    }
    this.at += 1;
    const character = latin1(this.bytes, this.at, this.at + 1);
    if (character === '\r' && this.bytes[this.at + 1] === 10) this.at += 1;
    return character === '\r' || character === '\n' ? '' : (ESCAPES[character] ?? character);
  }

  #hexadecimal(): PdfObject {
    const end = this.bytes.indexOf(MORE, this.at);
    if (end === -1) throw new ObjectFault('a string without end');
    const digits = latin1(this.bytes, this.at + 1, end).replace(/[^\da-fA-F]/g, '');
    this.at = end + 1;
    return {
      kind: 'text',
      bytes: digits.replace(/..?/g, (pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16))),
    };
  }

  #array(depth: number): PdfObject {
    this.at += 1;
    const items: PdfObject[] = [];
    for (;;) {
      this.blanks();
      if (this.bytes[this.at] === CLOSE) break;
      items.push(this.object(depth + 1));
    }
    this.at += 1;
    return items;
  }

  #dictionary(depth: number): PdfObject {
    this.at += 2;
    const entries = new Map<string, PdfObject>();
    for (;;) {
      this.blanks();
      if (this.bytes[this.at] === MORE) break;
      if (this.bytes[this.at] !== SLASH) throw new ObjectFault(`no key at ${this.at}`);
      entries.set(this.#name(), this.object(depth + 1));
    }
    this.at += 2;
    const dictionary = { kind: 'dictionary', entries } as const;
    const end = this.at;
    if (depth > 0 || this.word() !== 'stream') {
      this.at = end;
      return dictionary;
    }
    if (this.bytes[this.at] === 13) this.at += 1;
    if (this.bytes[this.at] === 10) this.at += 1;
    return { kind: 'stream', dictionary, start: this.at };
  }
}

/** Bytes as characters of the same numbers. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let from = start; from < end; from += 4096)
    text += String.fromCharCode(...bytes.subarray(from, Math.min(end, from + 4096)));
  return text;
}
