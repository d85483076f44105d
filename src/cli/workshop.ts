import { andThen, type Outcome, type PdfKind, settle, succeed, type World } from '../base/index.ts';
import type { SetDocument } from '../pipeline.ts';
import type { Places, Press } from '../press.ts';
import { noWishes, type Wishes } from '../wishes.ts';
import { nodeWorld } from './disk/world.ts';
import { fontFolders } from './inputs/font-folders.ts';
import { type FoundRecords, findRecords } from './inputs/inputs.ts';
import { fencedWorld, templateFolders } from './inputs/template-folders.ts';
import { findInstall } from './install.ts';
import { type ExitCode, exit, type Terminal } from './process/terminal.ts';
import { endFaulty, openReporter, type Reporter, type Reporting } from './report/reporter.ts';
import { faceLines } from './setting/face-lines.ts';
import { facesUsed } from './setting/faces-used.ts';
import { fitLines, widthLines } from './setting/setting-lines.ts';

/** What every command that sets records starts with. */
export type Workshop = {
  readonly world: World;
  /** The folder with the installation's own fonts. */
  readonly installed: string;
  readonly reporter: Reporter;
  /** The folders with templates, the nearest first; empty where one that was named is none. */
  readonly templates: readonly string[];
  readonly press: Outcome<Press>;
};

/** What the command line says of the templates and fonts, of the documents and of how much is told. Plain data. */
export type WorkshopOptions = {
  readonly templates?: string;
  readonly fonts?: string;
  readonly fit?: number;
  readonly pdf?: PdfKind;
  /** Whether documents carry the YAML of their records; left out: they do. */
  readonly source?: boolean;
  /** Whether PDFs are to be as small as they can. */
  readonly small?: boolean;
  readonly verbose?: boolean;
};

/** What the options ask of documents, and what holds where they are silent. */
export const wishesOf = ({ fit, pdf, source, small }: WorkshopOptions): Wishes => ({
  fit: fit ?? noWishes.fit,
  pdf: pdf ?? noWishes.pdf,
  source: source ?? noWishes.source,
  small: small ?? noWishes.small,
});

/**
 * Opens the installation's own forms and fonts, and those of the user; the engine is loaded only now, so that
 * `--help` stays quick.
 */
export async function openWorkshop(
  terminal: Terminal,
  options: WorkshopOptions,
  world: World = nodeWorld(),
  reporting?: Reporting,
): Promise<Workshop> {
  const { openPress } = await import('../press.ts');
  const found = findPlaces(options);
  const press = andThen(found, (places) => openPress(fencedWorld(world, places.templates), places, wishesOf(options)));
  const { fonts: installed } = findInstall();
  const templates = found.ok ? found.value.templates : [];
  return { world, installed, templates, reporter: openReporter(terminal, world, reporting), press };
}

/** Where the forms and fonts are that the options and the current folder name, and the installation's own. */
export function findPlaces(options: WorkshopOptions): Outcome<Places> {
  const { templates, fonts } = findInstall();
  return andThen(templateFolders(options.templates, templates), (forms) =>
    andThen(fontFolders(options.fonts, fonts), (folders) => succeed({ templates: forms, fonts: folders })),
  );
}

/** What a command is asked to do: its inputs and options, and where it answers. */
export type Order = {
  readonly args: readonly string[];
  readonly options: WorkshopOptions;
  readonly terminal: Terminal;
  /** How findings are told; left out: to people, without hints. */
  readonly reporting?: Reporting;
};

/** A press with the records to run through it; their problems were told. */
export type Job = FoundRecords & {
  readonly press: Press;
  readonly reporter: Reporter;
  /** What is told of how a document was set, line by line; with `--verbose` more. */
  readonly tell: (set: SetDocument) => readonly string[];
};

/** What is told of how documents were set. */
export function tellerOf({ world, installed }: Workshop, { verbose }: WorkshopOptions): Job['tell'] {
  const details: Job['tell'] = (set) => [...widthLines(set, world), ...faceLines(facesUsed(set), { world, installed })];
  return (set) => [...fitLines(set), ...(verbose ? details(set) : [])];
}

/** Opens the job that the arguments name and does it; says which of them name nothing, and is faulty then. */
export async function doJob(
  { args, options, terminal, reporting }: Order,
  work: (job: Job) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  const workshop = await openWorkshop(terminal, options, nodeWorld(), reporting);
  const { press, reporter } = workshop;
  const tell = tellerOf(workshop, options);
  const found = findRecords(args);
  const job = andThen(press, (opened) =>
    settle({ ...found, press: opened, reporter, tell }, found.inputs.length === 0 ? found.problems : []),
  );
  if (!job.ok) return endFaulty(reporter, job.problems);
  reporter.report([...job.warnings, ...found.problems]);
  const code = await work(job.value);
  return found.problems.length > 0 && code === exit.fine ? exit.faulty : code;
}
