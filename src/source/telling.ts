import { shortened as firstWords } from '../base/index.ts';

/** A stage of reading stops telling after this many faults of a file: nobody mends more at once. */
export const MOST_FAULTS = 200;

/** Slips looked for in a file, of which many alike are told as one. */
export const MOST_SLIPS = 5000;

/** A text in single quotes, as YAML reads it back; long texts are cut, since it is only shown. */
export const quotedLiteral = (text: string): string => `'${shortened(text.trim()).replaceAll("'", "''")}'`;

/** What is quoted of a line. */
export const shortened = (text: string): string => firstWords(text, 24);
