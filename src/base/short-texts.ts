/** V8 copies a part of a text that is no longer than this; a longer one would keep the whole file it was cut from. */
const SHORT = 12;

/** What was made of short texts of late: labels, units and ≥90% stand in every record, most often many times. */
export class ShortTexts<Made> {
  readonly #made = new Map<string, Made>();
  readonly #most: number;

  /** Remembers at most so many, and then begins anew. */
  constructor(most: number) {
    this.#most = most;
  }

  /** What was made of a text. A long one is not looked for, which would be to read it to its end. */
  get(text: string): Made | undefined {
    return text.length > SHORT ? undefined : this.#made.get(text);
  }

  /** Remembers what was made of a text, if it is short. */
  add(text: string, made: Made): void {
    if (text.length > SHORT) return;
    if (this.#made.size >= this.#most) this.#made.clear();
    this.#made.set(text, made);
  }
}
