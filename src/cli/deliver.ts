import { writeWhole } from './disk/output.ts';
import { type ExitCode, exit, type Terminal } from './process/terminal.ts';
import type { Reporter } from './report/reporter.ts';

/** Writes a text into the file that was asked for and says so; where none was (undefined), prints it. */
export function deliver(text: string, out: string | undefined, terminal: Terminal, reporter: Reporter): ExitCode {
  if (out === undefined) {
    terminal.out(text);
    return exit.fine;
  }
  const written = writeWhole(out, text);
  if (written.ok) terminal.out(`已写出 ${written.value}\n`);
  else reporter.report(written.problems);
  return written.ok ? exit.fine : exit.faulty;
}
