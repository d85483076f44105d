import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { andThen, type Outcome, succeed, type World } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import { missing } from '../disk/bytes.ts';
import { mayBeRecord } from '../disk/file-names.ts';
import { relativePath, shownPath } from '../disk/paths.ts';
import { targetOf } from '../inputs/targets.ts';
import { type ChangedFile, type KnownFile, openRepository, type Range, type Repository } from './git.ts';
import type { End, Pair } from './pair.ts';
import { type AskedPair, joinRenamed } from './renamed.ts';

/** Two files, each on disk or as `revision:file`. Fails with E001, E008. */
export async function pairOf(before: string, after: string, world: World): Promise<Outcome<Pair>> {
  const [old, now] = await Promise.all([endOf(before, world), endOf(after, world)]);
  return andThen(old, (from) =>
    andThen(now, (to) => {
      const file = fileOf(after);
      const shown = fileOf(before) === file ? to.name : `${from.name} → ${to.name}`;
      return succeed({ file: shown, renamedFrom: null, target: targetOf(file, undefined), before: from, after: to });
    }),
  );
}

/**
 * A file against the last commit; one that is new, gone or renamed since is found among all that is not committed.
 * Fails with E001, E008.
 */
export async function pairWithHead(file: string, world: World): Promise<Outcome<Pair>> {
  const shown = shownPath(file);
  const exists = existsSync(file);
  const folder = nearestFolder(path.dirname(file));
  const repository = await openRepository(folder);
  if (!repository.ok) return exists ? repository : missing(file);
  const way = relativePath(folder, file);
  const text = await repository.value.textAt('HEAD', `./${way}`);
  const committed = text.ok || !['E009', 'E010'].includes(text.problems[0].code);
  const pairWith = (before: End | null): Pair => ({
    file: shown,
    renamedFrom: null,
    target: targetOf(shown, undefined),
    before,
    after: onDisk(shown, world),
  });
  if (committed && exists) return succeed(pairWith({ name: `HEAD:${shown}`, text: named(text, `HEAD:${shown}`) }));
  const all = await pairsIn(repository.value, { from: 'HEAD', to: null, paths: [] }, world);
  if (!all.ok) return all;
  const here = relativePath('.', realPath(file));
  const found = all.value.find((one) => one.file === here || one.renamedFrom === here);
  if (found !== undefined) return succeed(found);
  // What git is told to ignore is new all the same.
  return exists ? succeed(pairWith(null)) : missing(file);
}

const onDisk = (name: string, world: World): End => ({ name, text: world.readText(name) });

/** The nearest folder that is there: a deleted file may have stood in one that is gone with it. */
function nearestFolder(folder: string): string {
  const above = path.dirname(folder);
  return existsSync(folder) || above === folder ? folder : nearestFolder(above);
}

/** A path as the repository knows it: git names its folder without links. */
function realPath(file: string): string {
  const folder = nearestFolder(path.dirname(file));
  return path.join(realpathSync(folder), path.relative(folder, file));
}

/** All records that differ between two revisions, or a revision and the disk. Fails with E001, E008, E009. */
export async function pairsBetween(range: Range, world: World): Promise<Outcome<readonly Pair[]>> {
  const repository = await openRepository('.');
  return repository.ok ? pairsIn(repository.value, range, world) : repository;
}

async function pairsIn(repository: Repository, range: Range, world: World): Promise<Outcome<readonly Pair[]>> {
  const changed = await repository.changedFiles(range);
  if (!changed.ok) return changed;
  const pairs: AskedPair[] = [];
  for (const one of changed.value.filter(({ before, after }) => mayBeRecord((after ?? before)?.name ?? ''))) {
    if (!one.asked && one.before !== null && one.after !== null) continue;
    const pair = await pairIn(repository, one, { range, world });
    if (isRecord(pair.before) || isRecord(pair.after)) pairs.push({ asked: one.asked, pair });
  }
  // git joins renamed files that it knows; who only moves a file on disk has not told it.
  const joined = range.to === null ? joinRenamed(pairs) : pairs;
  return succeed(joined.filter(({ asked }) => asked).map(({ pair }) => pair));
}

type Setting = { readonly range: Range; readonly world: World };

async function pairIn(
  repository: Repository,
  { before, after }: ChangedFile,
  { range, world }: Setting,
): Promise<Pair> {
  const at = async (revision: string, { file, name }: KnownFile): Promise<End> => {
    const shown = `${revision}:${file}`;
    return { name: shown, text: named(await repository.textAt(revision, name), shown) };
  };
  const { from, to } = range;
  const file = (after ?? before)?.file ?? '';
  return {
    file,
    renamedFrom: before !== null && after !== null && before.file !== after.file ? before.file : null,
    target: targetOf(file, undefined),
    before: before === null ? null : await at(from, before),
    after: after === null ? null : to === null ? onDisk(after.file, world) : await at(to, after),
  };
}

/** A failure is told at the end's own name. */
const named = (text: Outcome<string>, name: string): Outcome<string> => {
  if (text.ok) return text;
  const [first, ...rest] = text.problems;
  return { ok: false, problems: [{ ...first, at: { ...first.at, file: name } }, ...rest] };
};

async function endOf(argument: string, world: World): Promise<Outcome<End>> {
  const spec = /^(?<revision>[^:]*):(?<file>.+)$/s.exec(argument)?.groups;
  if (existsSync(argument) || spec === undefined || isDrive(argument)) {
    return existsSync(argument) ? succeed(onDisk(shownPath(argument), world)) : missing(argument);
  }
  const repository = await openRepository('.');
  if (!repository.ok) return repository;
  const text = await repository.value.textAt(spec.revision ?? '', spec.file ?? '');
  return succeed({ name: argument, text });
}

/** `C:\…` is no revision. */
const isDrive = (argument: string): boolean => /^[A-Za-z]:[\\/]/.test(argument);

const fileOf = (argument: string): string =>
  existsSync(argument) || isDrive(argument) ? shownPath(argument) : argument.replace(/^[^:]*:(?:\.\/)?/s, '');

const opening = new RegExp(`^(["']?)${words.form.id}\\1[ \\t]*:`, 'mu');

/** What says which form it is, or cannot even be read, is looked at; other YAML is not. */
const isRecord = (end: End | null): boolean => end !== null && (!end.text.ok || opening.test(end.text.value));
