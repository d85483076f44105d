import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { byPlace, type Diagnostic, succeed, type World } from '../../../src/base/index.ts';
import { nodeWorld } from '../../../src/cli/disk/world.ts';
import { renderDiagnostics } from '../../../src/cli/report/print.ts';
import { run } from '../../../src/cli/run.ts';
import { openPress } from '../../../src/press.ts';
import { exampleForm, RECORD } from './form.ts';

/** A file of an example, or the part of it that matters, as a page shows it. */
export type Shown = { readonly file: string; readonly text: string };

/** Files that lie over the example form, run through the engine in memory; the record is checked. */
export type PressExample = {
  readonly kind: 'press';
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly shown: readonly Shown[];
};

/**
 * A command in a folder of its own; a name that ends with `/` is an empty folder. `shows` says what the files hold.
 * With `git` the folder is a repository, without a commit or with one that holds no file.
 */
export type CommandExample = {
  readonly kind: 'command';
  readonly args: readonly string[];
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly shows: string;
  readonly git: 'none' | 'new' | 'committed';
};

export type Example = PressExample | CommandExample;

/** What the program says of an example: all codes it gives, the level of one of them, and that one’s own words. */
export type Said = { readonly codes: readonly string[]; readonly severity: string | null; readonly text: string };

/** Runs an example and keeps what it says of one code. */
export const runExample = (example: Example, code: string): Promise<Said> =>
  example.kind === 'press' ? runPress(example, code) : runCommand(example, code);

const real = nodeWorld();

async function runPress({ files }: PressExample, code: string): Promise<Said> {
  const world = overlay({ ...exampleForm, ...files });
  const found = await problemsOf(world, Object.hasOwn(files, OWN_FACES));
  const own = found.filter((one) => one.code === code);
  const readSource = (file: string): string | undefined => {
    const text = world.readText(file);
    return text.ok ? text.value : undefined;
  };
  return {
    codes: found.map((one) => one.code),
    severity: own[0]?.severity ?? null,
    text: renderDiagnostics(own.toSorted(byPlace), readSource, { color: false }),
  };
}

const OWN_FACES = '我的字库/faces.yaml';

async function problemsOf(world: World, hasFaces: boolean): Promise<readonly Diagnostic[]> {
  const fonts = hasFaces ? ['我的字库', 'fonts'] : ['fonts'];
  const press = openPress(world, { templates: ['templates'], fonts });
  if (!press.ok) return press.problems;
  const outcome = await press.value.check(RECORD);
  return [...press.warnings, ...(outcome.ok ? outcome.warnings : outcome.problems)];
}

/** The example's files over what forms share and over the fonts; the repository's own forms are not there. */
function overlay(files: Readonly<Record<string, string | Uint8Array>>): World {
  const below = (folder: string): string[] =>
    Object.keys(files).flatMap((file) => (file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : []));
  const folders = (folder: string): string[] =>
    below(folder).flatMap((rest) => (rest.includes('/') ? [rest.slice(0, rest.indexOf('/'))] : []));
  const shared = (folder: string): boolean => /^(?:templates\/共用|fonts)(?:\/|$)/u.test(folder);
  return {
    readText: (file) => {
      const text = files[file];
      return typeof text === 'string' ? succeed(text) : real.readText(file);
    },
    isMarked: () => false,
    listFolders: (folder) => {
      const more = folder === 'templates' ? ['共用'] : shared(folder) ? real.listFolders(folder) : [];
      return [...new Set([...folders(folder), ...more])].sort();
    },
    listFiles: (folder) => {
      const own = below(folder).filter((rest) => !rest.includes('/'));
      return [...new Set([...own, ...(shared(folder) ? real.listFiles(folder) : [])])].sort();
    },
    readFont: (file) => {
      const bytes = files[file];
      if (bytes === undefined) return real.readFont(file);
      return typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    },
  };
}

async function runCommand({ args, files, git }: CommandExample, code: string): Promise<Said> {
  const folder = mkdtempSync(path.join(tmpdir(), 'biaoli-codes-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true });
      if (!name.endsWith('/')) writeFileSync(file, content);
    }
    if (git !== 'none') makeRepository(folder, git === 'committed');
    let err = '';
    const here = (text: string): string => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
    await run(
      args.map((arg) => (arg.startsWith('./') ? `${folder}/${arg.slice(2)}` : arg)),
      { out: () => undefined, err: (text) => (err += text), color: { out: false, err: false } },
    );
    const severity = { 错误: 'error', 警告: 'warning' }[
      new RegExp(`(错误|警告)\\[${code}\\]`, 'u').exec(err)?.[1] ?? ''
    ];
    const codes = [...err.matchAll(/(?:错误|警告)\[([A-Z]\d+)\]/gu)].map((match) => match[1] as string);
    const own = err.split('\n\n').filter((block) => block.includes(`[${code}]`));
    return { codes, severity: severity ?? null, text: here(own.join('\n\n')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeRepository(folder: string, committed: boolean): void {
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', folder, ...args]);
  git('init', '--quiet');
  const author = ['-c', 'user.name=biaoli', '-c', 'user.email=biaoli@localhost', '-c', 'commit.gpgsign=false'];
  if (committed) git(...author, 'commit', '--quiet', '--allow-empty', '--message=-');
}
