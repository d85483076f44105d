import { stream, writeTo } from './streams.ts';

/** Where words go: results to `out`, faults to `err`; colour only where a person looks on. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly color: { readonly out: boolean; readonly err: boolean };
};

/** Lines as a stream takes them, each with its end. */
export const inLines = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** Exit codes: the work is done; faults in the input; wrong usage; a fault of ours; stopped by Ctrl-C, as shells tell it. */
export const exit = { fine: 0, faulty: 1, usage: 2, bug: 70, interrupted: 130 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/**
 * Whether words to a stream are coloured: where a person looks on, or where FORCE_COLOR asks for it, as in the logs of
 * CI; never where NO_COLOR (no-color.org) is set or the terminal is dumb.
 */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { NO_COLOR: never = '', FORCE_COLOR: always = '', TERM: terminal } = env;
  if (never !== '') return false;
  if (always !== '') return always !== '0' && always !== 'false';
  return isTerminal && terminal !== 'dumb';
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { env } = process;
  return {
    out: (text) => writeTo('stdout', text),
    err: (text) => writeTo('stderr', text),
    color: {
      get out() {
        return wantsColor(env, stream('stdout').isTTY === true);
      },
      get err() {
        return wantsColor(env, stream('stderr').isTTY === true);
      },
    },
  };
}
