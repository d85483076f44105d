import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { andThen, fail, type Outcome, succeed } from '../../base/index.ts';
import { fileFailure } from './file-fault.ts';
import { isFolder, isSamePlace, statOf } from './on-disk.ts';
import { replace } from './replace.ts';
import { cannotWrite } from './unwritten.ts';

/**
 * Names of unfinished files differ within a thread by this count, between threads by when they began, between processes by
 * their id.
 */
let unfinished = 0;
const began = process.hrtime.bigint();

/**
 * Writes a file whole or not at all: under a temporary name beside it, then renamed over it. Folders are made as
 * needed. A text may come piece by piece. A file that holds this content already is not touched, unless it comes in pieces.
 * Gives back the path; fails with E006 and leaves nothing behind.
 */
export function writeWhole(file: string, content: Uint8Array | string | Iterable<string>): Outcome<string> {
  const whole = typeof content === 'string' ? Buffer.from(content) : content;
  return andThen(stage(file, whole, false), ({ put }) => put());
}

/**
 * Like {@link writeWhole}, for a record, which people wrote and nothing could make anew: it is on the disk before it takes
 * its place, should the power fail; who may read it does not change, and a link stays a link. A record has its place, so that
 * the advice of a fault names no other folder.
 */
export function replaceFile(file: string, bytes: Uint8Array): Outcome<string> {
  const place = realpathSync(file);
  const written = andThen(stage(place, bytes, true, permissionsOf(place)), ({ put }) => put());
  if (written.ok) return written;
  const [first] = written.problems;
  const advice = first.advice.includes('-o') ? '看看文件是不是只读，或者正在别的程序里打开。' : first.advice;
  return { ok: false, problems: [{ ...first, at: { ...first.at, file }, advice }] };
}

/**
 * Like {@link writeWhole}, for files that belong together: none is put in its place before all of them are written, with
 * `flush` to the disk itself.
 */
export function writeTogether(files: ReadonlyMap<string, Uint8Array>, flush: boolean): Outcome<readonly string[]> {
  const staged: Staged[] = [];
  for (const [file, content] of files) {
    const one = isFolder(file) ? fail(cannotWrite(file, { code: 'EISDIR' })) : stage(file, content, flush);
    if (!one.ok) {
      for (const { drop } of staged) drop();
      return one;
    }
    staged.push(one.value);
  }
  const done: string[] = [];
  for (const [i, next] of staged.entries()) {
    const one = next.put();
    if (!one.ok) {
      for (const { drop } of staged.slice(i + 1)) drop();
      return one;
    }
    done.push(one.value);
  }
  return succeed(done);
}

const PERMISSIONS = 0o7777;

function permissionsOf(file: string): number | undefined {
  const mode = statOf(file)?.mode;
  return mode === undefined ? undefined : mode & PERMISSIONS;
}

/** E006 where what is to be written would take the place of one of the files that were read. */
export function spareInputs(file: string, inputs: readonly string[]): Outcome<string> {
  if (!inputs.some((input) => isSamePlace(input, file))) return succeed(file);
  const advice = '-o 后面换一个文件名。';
  return fileFailure('E006', file, ['要读的就是这个文件，写上去它就没有了', advice]);
}

/** A file that is written under a temporary name: it is put in its place, or dropped. */
type Staged = { readonly put: () => Outcome<string>; readonly drop: () => void };

function stage(file: string, content: Uint8Array | Iterable<string>, flush: boolean, mode?: number): Outcome<Staged> {
  if (content instanceof Uint8Array && holds(file, content))
    return succeed({ put: () => succeed(file), drop: () => undefined });
  const folder = path.dirname(file);
  unfinished += 1;
  const temporary = path.join(folder, `.biaoli-${process.pid}-${began}-${unfinished}.tmp`);
  const drop = (): void => removeQuietly(temporary);
  const attempt = <T>(work: () => T): Outcome<T> => {
    try {
      return succeed(work());
    } catch (error) {
      drop();
      // A piece that cannot be made is no fault of the disk.
      if (!isOfSystem(error)) throw error;
      return fail(cannotWrite(file, error));
    }
  };
  const put = (): Outcome<string> =>
    attempt(() => {
      replace(temporary, file);
      return file;
    });
  return attempt(() => {
    makeFolder(folder);
    if (content instanceof Uint8Array)
      writeFileSync(temporary, content, { flag: 'wx', flush, ...(mode !== undefined && { mode }) });
    else writePieces(temporary, content);
    // What the process was started with may take from it.
    if (mode !== undefined) chmodSync(temporary, mode);
    return { put, drop };
  });
}

function holds(file: string, content: Uint8Array): boolean {
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size === content.length && readFileSync(file).equals(content);
  } catch {
    return false;
  }
}

const isOfSystem = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error;

/** As many characters of a text are written at a time. */
const AT_ONCE = 65_536;

function writePieces(file: string, pieces: Iterable<string>): void {
  const opened = openSync(file, 'wx');
  try {
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < AT_ONCE) continue;
      writeFileSync(opened, waiting);
      waiting = '';
    }
    writeFileSync(opened, waiting);
  } finally {
    closeSync(opened);
  }
}

/**
 * Makes a folder and those above it, one by one: where the working folder was taken away Node's own way never ends, and of
 * a disk that is read-only it says no more than that the folder is not there.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const above = path.dirname(folder);
    // Another run may have made it.
    if (code === 'EEXIST' && isFolder(folder)) return;
    if (code !== 'ENOENT' || above === folder || isFolder(above)) throw error;
    makeFolder(above);
    makeFolder(folder);
  }
}

/** The id of the process that writes, or wrote, an unfinished file of this name; null for all other names. */
export function temporaryBy(name: string): number | null {
  const id = /^\.biaoli-(\d+)-\d+-\d+\.tmp$/.exec(name)?.[1];
  return id === undefined ? null : Number(id);
}

/** The write has failed and is reported; a temporary file that resists too must not hide that. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}
