/** The place in a text (in UTF-16 units), or that before a character which it would part. */
export const between = (text: string, at: number): number => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at);
