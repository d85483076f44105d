import { run } from './run.ts';
import { processTerminal } from './terminal.ts';

/** A reader that has seen enough (`biaoli … | head`) closes the pipe; that is no fault. */
const leaveQuietly = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
};

/** The program as the shell starts it. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on('error', leaveQuietly);
  process.stderr.on('error', leaveQuietly);
  process.exitCode = await run(args, processTerminal());
}
