import { type Diagnostic, findingsOf, type Span, type World } from '../../base/index.ts';
import { adviseWord, FORM_FILE, type ShelvedEdition, words } from '../../blueprint/index.ts';
import { partialFaults } from '../../form/index.ts';
import type { Press } from '../../press.ts';
import { fileFault } from '../disk/file-fault.ts';
import { COMMAND_LINE } from '../inputs/form-asked.ts';
import { linksLeadingOut } from '../inputs/template-folders.ts';
import { type ExitCode, exit, type Terminal } from '../process/terminal.ts';
import { endFaulty, type Reporter } from '../report/reporter.ts';
import { type Standing, standingOf, standingsText } from '../report/standings.ts';
import { tally, tallyText } from '../report/tally.ts';

type Proofing = {
  /** Only this form; undefined: all of the user's, or the installation's where there are no others. */
  readonly id: string | undefined;
  readonly world: World;
  readonly templates: readonly string[];
  readonly reporter: Reporter;
  readonly terminal: Terminal;
};

/** `biaoli forms --check`: a line for each edition, and everything that is wrong with them and with what they share. */
export function proofForms(press: Press, { id, world, templates, reporter, terminal }: Proofing): ExitCode {
  const [nearest = ''] = templates;
  const all = press.shelf.editions(id);
  const editions = id === undefined ? all.filter(({ folder }) => folder.startsWith(`${nearest}/`)) : all;
  if (id !== undefined && editions.length === 0) return endFaulty(reporter, [unknown(id, press.shelf.ids())]);
  const standings: Standing[] = [];
  const known = new Set<string>();
  for (const edition of editions) {
    const outcome = proofEdition(edition, press);
    reporter.report(outcome);
    for (const { at } of outcome) known.add(placeOf(at));
    terminal.out(`${edition.folder}：${tallyText(tally(outcome)) || '没有问题'}\n`);
    standings.push(standingOf(outcome));
  }
  const stray = id === undefined ? besideForms({ world, templates, known }) : [];
  reporter.report(stray);
  reporter.finish();
  const others = stray.length === 0 ? '' : `；表以外还有 ${stray.length} 处问题`;
  terminal.out(`${standingsText(standings, '张表')}${others}。\n`);
  return standings.includes('faulty') || stray.length > 0 ? exit.faulty : exit.fine;
}

const placeOf = ({ file, start }: Span): string => `${file}\0${start}`;

type Beside = Pick<Proofing, 'world' | 'templates'> & {
  /** Places of faults that were told with a form. */
  readonly known: ReadonlySet<string>;
};

/** What is wrong in the nearest template folder with partials that no form calls, links, and folders meant as forms. */
function besideForms({ world, templates, known }: Beside): Diagnostic[] {
  const [nearest = ''] = templates;
  const partials = [...sharedFolders(world, nearest), ...formFolders(world, nearest)]
    .flatMap((folder) => partialFaults(world, folder))
    .filter(({ at }) => !known.has(placeOf(at)));
  const links = templates.length > 1 ? linksLeadingOut(nearest) : [];
  return [...partials, ...links, ...foldersWithoutForm(world, nearest)];
}

const formFolders = (world: World, templates: string): string[] =>
  world
    .listFolders(templates)
    .filter((name) => name !== words.shared.folder)
    .map((name) => `${templates}/${name}`);

/** Faults of form.yaml hide none of form.hbs and of sums, as long as the fields are known. */
function proofEdition({ blueprint, sketch }: ShelvedEdition, press: Press): readonly Diagnostic[] {
  const read = blueprint.ok ? blueprint.value : sketch;
  return [...findingsOf(blueprint), ...(read === null ? [] : findingsOf(press.proof(read)))];
}

/** Folders with partials that some form may call, whether or not one does. */
function sharedFolders(world: World, templates: string): string[] {
  const shared = `${templates}/${words.shared.folder}`;
  return world.listFolders(shared).map((name) => `${shared}/${name}`);
}

/** Folders that were meant as forms, with a file of another name. */
const foldersWithoutForm = (world: World, templates: string): Diagnostic[] =>
  world.listFolders(templates).flatMap((name) => {
    const folder = `${templates}/${name}`;
    const files = world.listFiles(folder);
    const meant = files.find((file) => /^form\.(?:ya?ml\.txt|yml|hbs)$/iu.test(file) || /^form\.yaml$/iu.test(file));
    if (name === words.shared.folder || files.includes(FORM_FILE) || meant === undefined) return [];
    return fileFault('E001', `${folder}/${FORM_FILE}`, [
      `文件夹“${name}”里有 ${meant}，没有 ${FORM_FILE}`,
      `写表的名称和字段的文件要叫 ${FORM_FILE}，一个字母也不能差。`,
    ]);
  });

const unknown = (id: string, ids: readonly string[]): Diagnostic =>
  fileFault('B001', COMMAND_LINE, [`没有“${id}”这张表`, adviseWord(id, ids)]);
