/** What a thread is given: a command line, and whether words are coloured. */
export type Errand = {
  readonly args: readonly string[];
  readonly color: { readonly out: boolean; readonly err: boolean };
};

/** What a thread says: words for a stream, or that it is done. */
export type Word =
  | { readonly kind: 'out' | 'err'; readonly text: string }
  | { readonly kind: 'done'; readonly code: number };

/** Why a thread was given up: it took too long (in seconds), or too much memory (in MB), or it broke down. */
export type GivenUp =
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'memory'; readonly megabytes: number }
  | { readonly kind: 'crash'; readonly reason: string };
