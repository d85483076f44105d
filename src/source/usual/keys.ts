/** Deeper files are left to the reader that knows what to say of them. */
export const MOST_DEPTH = 16;

/** Keys that need a closer look: what may be a list's dash or the end of a document at their beginning, marks in them. */
const odd = /^[-.＊\s－–—―−‐•·●○◆▪]|[{｛}[\]"'#<,]/u;

export const isUsualKey = (key: string): boolean => key.length < 200 && !odd.test(key);

/** The keys of one map: few as a rule, so that a list is the quicker way until there are many. */
export class SeenKeys {
  readonly #few: string[] = [];
  #many: Set<string> | null = null;

  /** False for a key that was there before. */
  add(key: string): boolean {
    if (this.#many === null) {
      if (this.#few.includes(key)) return false;
      this.#few.push(key);
      if (this.#few.length > 16) this.#many = new Set(this.#few);
      return true;
    }
    if (this.#many.has(key)) return false;
    this.#many.add(key);
    return true;
  }
}
