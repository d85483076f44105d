import { CommanderError } from 'commander';
import { type ExitCode, exit, type Terminal } from './process/terminal.ts';
import { hasWorkingFolder } from './process/working-folder.ts';
import { createProgram } from './program.ts';
import { usageFault } from './surface/usage.ts';

/** Runs one command line (without node and script) and gives back the exit code; never throws. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (!hasWorkingFolder()) {
    terminal.err('工作的文件夹已经不在了（删掉了，或者移走了）：用 cd 换到别的文件夹，再来一次。\n');
    return exit.faulty;
  }
  let code: ExitCode = exit.fine;
  try {
    const program = createProgram(
      terminal,
      (result) => {
        code = result;
      },
      args[0],
    );
    try {
      await program.parseAsync(args, { from: 'user' });
      return code;
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode === 0) return exit.fine;
      terminal.err(
        usageFault(
          error,
          args,
          createProgram(terminal, () => undefined),
        ),
      );
      return exit.usage;
    }
  } catch (error) {
    terminal.err(bugReport(error));
    return exit.bug;
  }
}

const bugReport = (error: unknown): string =>
  `程序自身出了错，不是数据的问题。请把下面的内容和用到的文件发给开发者：\n${
    error instanceof Error ? (error.stack ?? error.message) : String(error)
  }\n`;
