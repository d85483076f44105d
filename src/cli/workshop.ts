import { andThen, type Outcome, succeed, type World } from '../base/index.ts';
import type { Press, SetDocument } from '../pipeline.ts';
import { faceLines } from './face-lines.ts';
import { facesUsed } from './faces-used.ts';
import { fontFolders } from './font-folders.ts';
import { findInputs, type Input } from './inputs.ts';
import { findInstall } from './install.ts';
import { openReporter, type Reporter } from './reporter.ts';
import { fitLines, widthLines } from './setting-lines.ts';
import { type ExitCode, exit, type Terminal } from './terminal.ts';
import { nodeWorld } from './world.ts';

/** What every command that sets records starts with. */
export type Workshop = {
  readonly world: World;
  /** The folder with the installation's own fonts. */
  readonly installed: string;
  readonly reporter: Reporter;
  readonly press: Outcome<Press>;
};

/** What the command line says of the fonts, of the number of pages and of how much is told. */
export type WorkshopOptions = { readonly fonts?: string; readonly fit?: number; readonly verbose?: boolean };

/**
 * Opens the installation's own forms and fonts, and the fonts of the user; the engine is loaded only now, so that
 * `--help` stays quick.
 */
export async function openWorkshop(terminal: Terminal, options: WorkshopOptions = {}): Promise<Workshop> {
  const { openPress } = await import('../pipeline.ts');
  const world = nodeWorld();
  const { templates, fonts } = findInstall();
  const press = andThen(fontFolders(options.fonts, fonts), (folders) =>
    openPress(world, { templates, fonts: folders }, { fit: options.fit ?? null }),
  );
  return { world, installed: fonts, reporter: openReporter(terminal, world), press };
}

/** What a command is asked to do: its inputs and options, and where it answers. */
export type Order = {
  readonly args: readonly string[];
  readonly options: WorkshopOptions;
  readonly terminal: Terminal;
};

/** A press with the records to run through it. */
export type Job = {
  readonly press: Press;
  readonly inputs: readonly Input[];
  readonly reporter: Reporter;
  /** What is told of how a document was set, line by line; with `--verbose` more. */
  readonly tell: (set: SetDocument) => readonly string[];
};

/** Opens the job that the arguments name and does it; where they name none, says why. */
export async function doJob(
  { args, options, terminal }: Order,
  work: (job: Job) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  const { press, reporter, world, installed } = await openWorkshop(terminal, options);
  const details: Job['tell'] = (set) => [...widthLines(set, world), ...faceLines(facesUsed(set), { world, installed })];
  const tell: Job['tell'] = (set) => [...fitLines(set), ...(options.verbose ? details(set) : [])];
  const job = andThen(press, (opened) =>
    andThen(findInputs(args), (inputs) => succeed({ press: opened, inputs, reporter, tell })),
  );
  if (job.ok) {
    reporter.report(job.warnings);
    return work(job.value);
  }
  reporter.report(job.problems);
  reporter.finish();
  return exit.faulty;
}
