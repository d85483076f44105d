import { shortened as firstWords } from '../base/index.ts';

/** A stage of reading stops telling after this many faults of a file: nobody mends more at once. */
export const MOST_FAULTS = 200;

/** A text in single quotes, as YAML reads it back; long texts are cut, since it is only shown. */
export const quotedLiteral = (text: string): string => `'${shortened(text.trim()).replaceAll("'", "''")}'`;

/** What is quoted of a line. */
export const shortened = (text: string): string => firstWords(text, 24);
