import { type Code, type Diagnostic, diagnostic, fail, type Outcome, type Span } from '../../base/index.ts';

/** What is wrong with a file, and what to do. */
export type Words = readonly [message: string, advice: string];

/** A file or folder as a whole, where no line of it is meant. */
export const wholeFile = (file: string): Span => ({ file, start: 0, end: 0 });

/** An error of a file or folder as a whole. */
export const fileFault = (code: Code, file: string, [message, advice]: Words): Diagnostic =>
  diagnostic({ code, at: wholeFile(file), message, advice });

/** {@link fileFault} as the failure of what was tried with the file. */
export const fileFailure = (code: Code, file: string, words: Words): Outcome<never> =>
  fail(fileFault(code, file, words));
