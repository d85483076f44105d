/** A text without white space, which a PDF does not tell from the gaps that setting makes. */
export const inked = (text: string): string => (/\s/u.test(text) ? text.replace(/\s+/gu, '') : text);

/** Whether two texts are the same but for white space. */
export const sameInk = (a: string, b: string): boolean => inked(a) === inked(b);
