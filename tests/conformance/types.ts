/** A part of a standard that veraPDF checks, by its own name for it. */
export const flavours = ['3a', '2a', 'ua1'] as const;
export type Flavour = (typeof flavours)[number];

/** What to check files against: one flavour, or all that each file declares in its metadata. */
export type Yardstick = Flavour | 'declared';

/** A PDF in memory with a name for people. */
export type NamedPdf = { readonly name: string; readonly bytes: Uint8Array };

/** A PDF on disk: veraPDF, qpdf and mutool read it there. */
export type StagedPdf = { readonly name: string; readonly path: string };

/** A rule that a file breaks, by its place in the standard. */
export type FailedRule = {
  /** `6.2.4.3-4`: the clause and veraPDF's number of the test in it. */
  readonly id: string;
  readonly standard: string;
  readonly description: string;
  /** How many checks failed. */
  readonly count: number;
  /** What the first failed check saw and where, as far as it says. */
  readonly message: string;
  readonly context: string;
};

/** What was found in one file by one profile, or why it could not be read at all. */
export type Verdict =
  | {
      readonly kind: 'judged';
      readonly name: string;
      /** `PDF/A-3A`. */
      readonly profile: string;
      readonly passed: number;
      readonly failed: readonly FailedRule[];
    }
  | { readonly kind: 'unreadable'; readonly name: string; readonly reason: string };

/** The command cannot do what was asked: told in one line, without a stack. */
export class CannotRun extends Error {}
