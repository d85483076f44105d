/** Where words go: results to `out`, faults to `err`; colour only where a person looks on. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly color: { readonly out: boolean; readonly err: boolean };
};

/** Exit codes: the work is done; faults in the input; wrong usage; a fault of ours. */
export const exit = { fine: 0, faulty: 1, usage: 2, bug: 70 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** The terminal of this process. NO_COLOR (no-color.org) turns colour off. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const colorWanted = env.NO_COLOR === undefined || env.NO_COLOR === '';
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    color: { out: colorWanted && stdout.isTTY, err: colorWanted && stderr.isTTY },
  };
}
