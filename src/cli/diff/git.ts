import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type Outcome, remembered, succeed } from '../../base/index.ts';
import { missing } from '../disk/bytes.ts';
import { decodeText } from '../disk/decode.ts';
import { fileFailure } from '../disk/file-fault.ts';
import { relativePath } from '../disk/paths.ts';

/** A file as the user names it, from the current folder, and as git does, from the top of the repository. */
export type KnownFile = { readonly file: string; readonly name: string };

/** A file that differs between two revisions, and whether it is among the paths that were asked for. */
export type ChangedFile = {
  readonly asked: boolean;
  readonly before: KnownFile | null;
  readonly after: KnownFile | null;
};

/**
 * What two revisions are asked for; `to` is null for the files on disk. `paths` may be files and folders, from the
 * current folder; none means the whole repository.
 */
export type Range = { readonly from: string; readonly to: string | null; readonly paths: readonly string[] };

/** A git repository, asked from one of its folders; nothing in it is ever changed. */
export type Repository = {
  /** The text of a file as `revision:file` names it for git; an empty revision is the index. Fails with E009, E010. */
  readonly textAt: (revision: string, file: string) => Promise<Outcome<string>>;
  /**
   * All that differs between two revisions, by path; a file that was renamed is one file. `HEAD` of a repository
   * without a commit holds nothing. Fails with E009, and with E001 for paths that are neither on disk nor in a revision.
   */
  readonly changedFiles: (range: Range) => Promise<Outcome<readonly ChangedFile[]>>;
};

/** The repository that a folder lies in. Fails with E008 where there is no git, or no repository. */
export async function openRepository(folder: string): Promise<Outcome<Repository>> {
  const found = await git(folder, ['rev-parse', '--show-toplevel']);
  if (!found.ok) return found.missing ? noGit(folder) : noRepository(folder, found.said);
  const top = found.text.replace(/\n$/, '');
  const treeOf = remembered((revision: string) => findTree(folder, revision));
  return succeed({
    textAt: async (revision, file) => {
      const tree = revision === '' ? succeed('') : await treeOf(revision);
      return tree.ok ? blobText(folder, { tree: tree.value, revision, file }) : tree;
    },
    changedFiles: async ({ from, to, paths }) => {
      const ends: string[] = [];
      for (const revision of to === null ? [from] : [from, to]) {
        const tree = await treeOf(revision);
        if (!tree.ok) return tree;
        ends.push(tree.value);
      }
      const lost = await lostPath({ ends, paths });
      return lost === null ? listChanges({ top, ends, paths }) : missing(lost);
    },
  });
}

/** The tree of a commit, or a tree itself; without any commit that of `HEAD` is empty. */
async function findTree(folder: string, revision: string): Promise<Outcome<string>> {
  // A name that begins with a dash would be an option; git allows none.
  const found = revision.startsWith('-')
    ? null
    : await git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{tree}`]);
  if (found?.ok) return succeed(found.text.trim());
  const message = `git 里没有“${revision}”这个版本`;
  if (!(await git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'])).ok) {
    const empty = revision === 'HEAD' ? await git(folder, ['hash-object', '-t', 'tree', '--stdin']) : null;
    if (empty?.ok) return succeed(empty.text.trim());
    const advice = '先提交一次（git add、git commit）；不写 --from 时，所有数据都算新增的。';
    return fileFailure('E009', revision, [`${message}：这个分支一次也没有提交过`, advice]);
  }
  const advice =
    '看看版本名有没有打错；git log --oneline 列出有哪些。自动流程里只取了最近一次提交时，让它取全（fetch-depth: 0）。';
  return fileFailure('E009', revision, [message, advice]);
}

type Blob = { readonly tree: string; readonly revision: string; readonly file: string };

async function blobText(folder: string, { tree, revision, file }: Blob): Promise<Outcome<string>> {
  const name = `${revision}:${file}`;
  const found = await git(folder, ['cat-file', 'blob', `${tree}:${file}`]);
  if (found.ok) return decodeText(name, found.bytes);
  const here = await git(folder, ['cat-file', '-e', `${tree}:./${file}`]);
  const shown = revision === '' ? '暂存区' : revision;
  const advice = here.ok
    ? `文件名要从仓库的最上层写起；从当前文件夹写起就写成 ${revision}:./${file}。`
    : `看看文件名；那时可能叫别的名字，也可能还没有这个文件：git log --follow -- '${fromAnywhere(file)}'。`;
  return fileFailure('E010', name, [`“${shown}”里没有“${file}”这个文件`, advice]);
}

/** A name after `revision:` counts from the top of the repository, in a pathspec from the current folder. */
const fromAnywhere = (file: string): string => (/^\.\.?\//.test(file) ? file : `:/${file}`);

/** The first path that is neither on disk nor in one of the trees; null where there is none. */
async function lostPath({ ends, paths }: Pick<Listing, 'ends' | 'paths'>): Promise<string | null> {
  for (const given of paths.filter((one) => !existsSync(one))) {
    const file = relativePath('.', given);
    const asked = ends.map((tree) => git('.', ['cat-file', '-e', `${tree}:./${file}`]));
    if (!(await Promise.all(asked)).some(({ ok }) => ok)) return given;
  }
  return null;
}

type Listing = { readonly top: string; readonly ends: readonly string[]; readonly paths: readonly string[] };

async function listChanges({ top, ends, paths }: Listing): Promise<Outcome<readonly ChangedFile[]>> {
  const absolute = paths.map((given) => (existsSync(given) ? realpathSync(given) : path.resolve(given)));
  const outside = absolute.findIndex((given) => !isWithin(given, top));
  if (outside !== -1) return refused(`“${paths[outside]}”不在这个 git 仓库里`);
  const options = ['--name-status', '-z', '-M', '--no-ext-diff', '--no-textconv', '--ignore-submodules'];
  // git is not told the paths: a file that came from elsewhere would be new to it.
  const listed = await git(top, ['diff', ...options, ...ends, '--']);
  if (!listed.ok) return refused(`git 没有列出改动：${listed.said.split('\n')[0] ?? ''}`);
  // Files that git does not know yet are new; they are in no revision, and so only asked for against the disk.
  const fresh = ends.length === 1 ? await git(top, ['ls-files', '--others', '--exclude-standard', '-z']) : null;
  const untracked = fresh?.ok ? parts(fresh.text).map((file) => ({ before: null, after: file })) : [];
  const asked = (file: string): boolean =>
    paths.length === 0 || absolute.some((given) => isWithin(path.join(top, file), given));
  const known = (name: string | null): KnownFile | null =>
    name === null ? null : { name, file: relativePath('.', path.join(top, name)) };
  return succeed(
    [...statuses(parts(listed.text)), ...untracked]
      .map(({ before, after }) => ({
        asked: [before, after].some((name) => name !== null && asked(name)),
        before: known(before),
        after: known(after),
      }))
      .toSorted(byName),
  );
}

/** Whether a path is a folder or lies below it. */
function isWithin(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

const parts = (text: string): readonly string[] => text.split('\0').filter((part) => part !== '');

type Status = { readonly before: string | null; readonly after: string | null };

/** `M`, path; `R090`, old path, new path … */
function statuses(fields: readonly string[]): readonly Status[] {
  const found: Status[] = [];
  for (let at = 0; at < fields.length; ) {
    const status = fields[at] as string;
    const file = fields[at + 1] as string;
    const two = status.startsWith('R') || status.startsWith('C');
    if (two) found.push({ before: file, after: fields[at + 2] as string });
    else found.push({ before: status === 'A' ? null : file, after: status === 'D' ? null : file });
    at += two ? 3 : 2;
  }
  return found;
}

const nameOf = ({ before, after }: ChangedFile): string => (after ?? before)?.file ?? '';
const byName = (a: ChangedFile, b: ChangedFile): number => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);

type Answer =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly text: string }
  | { readonly ok: false; readonly missing: boolean; readonly said: string };

/** Larger than any list of files or record. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Runs git without a shell; names are taken literally, not as patterns, and no lock is taken. */
function git(folder: string, args: readonly string[]): Promise<Answer> {
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1' };
  const options = { cwd: folder, env, maxBuffer: MOST_BYTES, encoding: 'buffer' as const, windowsHide: true };
  return new Promise((resolve) => {
    const asked = execFile('git', args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ ok: true, bytes: stdout, text: stdout.toString('utf8') });
      else resolve({ ok: false, missing: error.code === 'ENOENT', said: stderr.toString('utf8') });
    });
    // Nothing is said to git; where there is none, that is told above.
    asked.stdin?.on('error', () => undefined).end();
  });
}

const noGit = (folder: string): Outcome<never> =>
  fileFailure('E008', folder, [
    '这台电脑上没有 git',
    '装上 git（https://git-scm.com），或者写出两个文件：biaoli diff 旧.yaml 新.yaml。',
  ]);

function noRepository(folder: string, said: string): Outcome<never> {
  if (said.includes('dubious ownership')) {
    const advice = `确认它可信以后运行：git config --global --add safe.directory '${path.resolve(folder)}'。`;
    return fileFailure('E008', folder, ['这个文件夹归别的用户所有，git 不肯读', advice]);
  }
  const advice = '到仓库所在的文件夹里运行，或者写出两个文件：biaoli diff 旧.yaml 新.yaml。';
  return fileFailure('E008', folder, ['这个文件夹不在 git 仓库里', advice]);
}

const refused = (message: string): Outcome<never> =>
  fileFailure('E008', '.', [message, '看看路径是不是在这个仓库里。']);
