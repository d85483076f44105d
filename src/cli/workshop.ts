import { andThen, type Outcome, succeed, type World } from '../base/index.ts';
import type { Press } from '../pipeline.ts';
import { findInputs, type Input } from './inputs.ts';
import { findInstall } from './install.ts';
import { openReporter, type Reporter } from './reporter.ts';
import { type ExitCode, exit, type Terminal } from './terminal.ts';
import { nodeWorld } from './world.ts';

/** What every command that sets records starts with. */
export type Workshop = { readonly world: World; readonly reporter: Reporter; readonly press: Outcome<Press> };

/** Opens the installation's own forms and fonts; the engine is loaded only now, so that `--help` stays quick. */
export async function openWorkshop(terminal: Terminal): Promise<Workshop> {
  const { openPress } = await import('../pipeline.ts');
  const world = nodeWorld();
  return { world, reporter: openReporter(terminal, world), press: openPress(world, findInstall()) };
}

/** A press with the records to run through it. */
export type Job = { readonly press: Press; readonly inputs: readonly Input[]; readonly reporter: Reporter };

/** Opens the job that the arguments name and does it; where they name none, says why. */
export async function doJob(
  args: readonly string[],
  terminal: Terminal,
  work: (job: Job) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  const { press, reporter } = await openWorkshop(terminal);
  const job = andThen(press, (opened) =>
    andThen(findInputs(args), (inputs) => succeed({ press: opened, inputs, reporter })),
  );
  if (job.ok) return work(job.value);
  reporter.report(job.problems);
  reporter.finish();
  return exit.faulty;
}
