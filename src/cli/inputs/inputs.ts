import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { addTo, type Diagnostic, type Outcome, remembered, settle } from '../../base/index.ts';
import { FORM_FILE, words } from '../../blueprint/index.ts';
import { absent } from '../disk/bytes.ts';
import { fileFault } from '../disk/file-fault.ts';
import { isYaml, mayBeRecord } from '../disk/file-names.ts';
import { realPath, statOf } from '../disk/on-disk.ts';
import { shownPath } from '../disk/paths.ts';
import { filesLike, isPattern } from './patterns.ts';
import { targetOf } from './targets.ts';

/** A record to work on: its path as people see it, and where its output goes (see {@link targetOf}). */
export type Input = { readonly file: string; readonly target: string };

/** What arguments name, and what is wrong with those that name nothing. */
export type Found = { readonly inputs: readonly Input[]; readonly problems: readonly Diagnostic[] };

/** A record that is not worked on because another one would have its output, or a place where there is none; and why. */
export type LeftOut = Input & { readonly why: Diagnostic };

/** What arguments name, and those of the records that another one would have the output of. */
export type FoundRecords = Found & { readonly colliding: readonly LeftOut[] };

/**
 * The records that files, folders (with all below them, but for forms and the names of fonts) and patterns name; sorted,
 * each once. What is wrong with an argument does not hide what others name; it is what {@link findFiles} fails with, and
 * E007 for records that would have one output.
 */
export function findRecords(args: readonly string[]): FoundRecords {
  const { inputs, problems } = withoutForms(lookUp(args));
  const colliding = [...byTarget(inputs).values()].flatMap(collisions);
  return { inputs, problems: [...problems, ...colliding.map(({ why }) => why)], colliding };
}

/** {@link findRecords}, failing with whatever is wrong with any of the arguments. */
export function findInputs(args: readonly string[]): Outcome<readonly Input[]> {
  const { inputs, problems } = findRecords(args);
  return settle(inputs, problems);
}

/**
 * The YAML files that files, folders and patterns name; sorted, each once. Fails with E001 for a path that is not
 * there, E002 for a folder that cannot be read, E005 for one without YAML.
 */
export function findFiles(args: readonly string[]): Outcome<readonly Input[]> {
  const { inputs, problems } = lookUp(args);
  return settle(inputs, problems);
}

/** The YAML files that an argument names, whatever is wrong with it. */
export const filesOf = (arg: string): readonly Input[] => lookUp([arg]).inputs;

/** What arguments name, and what nothing is made of. */
export type FoundApart = Found & { readonly leftOut: readonly LeftOut[] };

/** {@link findRecords}, those that would have one output left out, all of them: the rest goes on. */
export function findApart(args: readonly string[]): FoundApart {
  const { inputs, problems, colliding } = findRecords(args);
  const files = new Set(colliding.map(({ file }) => file));
  const nowhere = problems.filter(({ code }) => code !== 'E007').map(nothingAt);
  return { inputs: inputs.filter(({ file }) => !files.has(file)), problems, leftOut: [...nowhere, ...colliding] };
}

const nothingAt = (why: Diagnostic): LeftOut => ({ file: why.at.file, target: '', why });

const collisions = (alike: readonly Input[]): LeftOut[] =>
  alike.length === 1 ? [] : alike.map((one, i) => ({ ...one, why: collision(one, alike[i === 0 ? 1 : 0] as Input) }));

/** E005 for each file of a form that was named as if it were a record. */
function withoutForms({ inputs, problems }: Found): Found {
  const forms = inputs.filter(({ file }) => path.basename(file) === FORM_FILE);
  if (forms.length === 0) return { inputs, problems };
  const refused = forms.map(({ file }) => fileFault('E005', file, isForm));
  return { inputs: inputs.filter((one) => !forms.includes(one)), problems: [...problems, ...refused] };
}

function lookUp(args: readonly string[]): Found {
  const found = args.map(findOne);
  const byFile = new Map<string, Input>();
  for (const input of found.flatMap(({ inputs }) => inputs)) {
    const place = path.resolve(input.file);
    if (!byFile.has(place)) byFile.set(place, input);
  }
  const inputs = [...byFile.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { inputs, problems: found.flatMap(({ problems }) => problems) };
}

function findOne(arg: string): Found {
  const shown = shownPath(arg);
  const stats = statOf(shown);
  if (stats?.isDirectory()) return inFolder(shown);
  if (stats !== undefined && isYaml(shown)) return one(shown);
  if (stats !== undefined)
    return problem('E005', shown, ['不是 YAML 文件', '要 .yaml 或 .yml 文件，或者它们所在的文件夹。']);
  if (isPattern(arg)) return byPattern(arg);
  if (arg === '-')
    return problem('E001', arg, ['这里不读标准输入', '先存成 .yaml 文件；读标准输入的只有 biaoli fmt -。']);
  const outcome = absent(shown);
  return { inputs: [], problems: outcome.ok ? [] : outcome.problems };
}

const one = (file: string): Found => ({ inputs: [{ file, target: targetOf(file, undefined) }], problems: [] });

const problem = (...[code, file, said]: Parameters<typeof fileFault>): Found => ({
  inputs: [],
  problems: [fileFault(code, file, said)],
});

const isForm = ['这是一张表，不是数据', '检查表用 biaoli forms --check；要排的数据在别的文件里。'] as const;

function inFolder(folder: string): Found {
  const walk: Walk = { problems: [], hasForms: false, seen: new Set(), links: [] };
  const files = filesBelow(folder, walk);
  // Links come last: what they lead to may stand in the folder itself, or above it.
  for (const link of walk.links) files.push(...filesBelow(link, walk));
  const { problems, hasForms } = walk;
  if (files.length === 0 && problems.length === 0) {
    if (hasForms) return problem('E005', folder, ['文件夹里只有表，没有数据', isForm[1]]);
    return problem('E005', folder, ['文件夹里没有 .yaml 或 .yml 文件', '看看是不是选错了文件夹。']);
  }
  return { inputs: files.map((file) => ({ file, target: targetOf(file, folder) })), problems };
}

/** What a walk through folders has met. */
type Walk = {
  readonly problems: Diagnostic[];
  hasForms: boolean;
  /** The folders that were looked into, as the disk has them. */
  readonly seen: Set<string>;
  /** Links to folders, in the order in which they were met. */
  readonly links: string[];
};

/** The YAML files of a folder and those below it, but for forms and what forms share. */
function filesBelow(folder: string, walk: Walk): string[] {
  const prefix = folder === '.' ? '' : `${folder.replace(/\/$/u, '')}/`;
  try {
    const real = realpathSync(folder);
    if (walk.seen.has(real)) return [];
    walk.seen.add(real);
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      const file = prefix + entry.name;
      if (entry.isDirectory()) return isShared(file, entry.name) ? [] : filesBelow(file, walk);
      if (entry.isSymbolicLink() && statOf(file)?.isDirectory() === true) {
        walk.links.push(file);
        return [];
      }
      // A link that leads nowhere is a record that cannot be read.
      const isFile = entry.isFile() || entry.isSymbolicLink();
      if (entry.name === FORM_FILE) walk.hasForms = true;
      return isFile && mayBeRecord(entry.name) ? [file] : [];
    });
  } catch (error) {
    walk.problems.push(fileFault('E002', folder, unreadableFolder(error as NodeJS.ErrnoException)));
    return [];
  }
}

function unreadableFolder({ code }: NodeJS.ErrnoException): readonly [string, string] {
  if (code === 'EACCES' || code === 'EPERM')
    return ['没有读这个文件夹的权限', '请文件夹的主人开放读的权限，或者换一个文件夹。'];
  if (code === 'ENOENT')
    return ['打不开这个文件夹', '多半是文件夹的名称不是 UTF-8 编码（解压时编码不对），改名或者重新解压。'];
  return [`系统读不了这个文件夹（${code ?? '原因不明'}）`, '看看磁盘有没有断开，或者换一个文件夹。'];
}

/** Whether a folder is what forms share, and not one of records that happens to be called so. */
const isShared = (folder: string, name: string): boolean =>
  name === shared.folder && SHARED.some((one) => existsSync(`${folder}/${one}`));

/** The folders that a path names, the outermost first. */
const foldersOf = (file: string): readonly string[] =>
  [...file.matchAll(/\//gu)].map(({ index }) => file.slice(0, index));

const { shared } = words;
const SHARED = [shared.taxonomies, shared.labelWords, shared.grades, shared.wordLists, shared.partials];

function byPattern(pattern: string): Found {
  const named = filesLike(pattern)
    .filter((file) => mayBeRecord(file))
    .filter((file) => !foldersOf(file).some((folder) => isShared(folder, path.basename(folder))));
  const files = onceEach(named);
  if (files.length === 0)
    return problem('E005', pattern, ['没有文件和这个写法相配', '看看通配符和文件夹名有没有写错。']);
  return { inputs: files.map((file) => ({ file, target: targetOf(file, undefined) })), problems: [] };
}

/** Files that links to folders name again are taken once, by the name without a link where there is one. */
function onceEach(files: readonly string[]): readonly string[] {
  const byPlace = new Map<string, string>();
  const realFolder = remembered(realPath);
  const placeOf = (file: string): string =>
    path.join(realFolder(path.dirname(path.resolve(file))), path.basename(file));
  for (const file of [...files].sort()) {
    const place = placeOf(file);
    if (!byPlace.has(place) || place === path.resolve(file)) byPlace.set(place, file);
  }
  return [...byPlace.values()];
}

/** File systems of Windows and macOS do not tell letters by case. */
export const targetKey = ({ target }: Pick<Input, 'target'>): string => target.normalize('NFC').toLowerCase();

function byTarget(inputs: readonly Input[]): ReadonlyMap<string, readonly Input[]> {
  const groups = new Map<string, Input[]>();
  for (const input of inputs) addTo(groups, targetKey(input), input);
  return groups;
}

function collision({ file, target }: Input, other: Input): Diagnostic {
  const message = `和“${other.file}”会写成同一个输出“${target}”`;
  const why =
    target === other.target
      ? '两个文件夹里的同名文件落在同一处，或者 .yaml 和 .yml 同名'
      : target.normalize() === other.target.normalize()
        ? '两个名字看着一样，字符的写法不同，多半有一个来自 macOS'
        : '只有大小写不同的名字在 Windows 上是同一个';
  const advice = `生成时两份都不做。把其中一个文件改名（${why}），再来一次。`;
  return fileFault('E007', file, [message, advice]);
}
