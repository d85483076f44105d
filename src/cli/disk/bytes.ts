import { lstatSync, readFileSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { type Outcome, succeed } from '../../base/index.ts';
import { nearestWord } from '../../blueprint/index.ts';
import { fileFailure, type Words } from './file-fault.ts';
import { namesIn } from './on-disk.ts';

/** Records are some ten kilobytes; whatever is larger than 5 MB is no record. */
export const TEXT_LIMIT = 5 * 1024 * 1024;

/** The bytes of a file of at most `limit` bytes. Fails with E001 (missing), E002 (cannot be read) or E003 (too big). */
export function readBytes(file: string, limit: number): Outcome<Uint8Array> {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return fileFailure('E002', file, notAFile(stats));
    if (stats.size > limit) return fileFailure('E003', file, tooBig(stats.size, limit));
    return succeed(readFileSync(file));
  } catch (error) {
    return unopened(file, error as NodeJS.ErrnoException);
  }
}

/** Why there is nothing to be had of a name: E001 where there is no such thing, E002 where it may not be looked at. */
export function absent(file: string): Outcome<never> {
  try {
    statSync(file);
    return missing(file);
  } catch (error) {
    return unopened(file, error as NodeJS.ErrnoException);
  }
}

const unopened = (file: string, { code }: NodeJS.ErrnoException): Outcome<never> =>
  code === 'ENOENT' || code === 'ENOTDIR' ? missing(file) : fileFailure('E002', file, unreadable(code));

/** E001 with the nearest name in the same folder. */
export function missing(file: string): Outcome<never> {
  // All end the same: what comes before tells one from another.
  const isMeant = (name: string): boolean => path.extname(file) === '' || path.extname(name) !== '';
  const others = namesIn(path.dirname(file)).filter((name) => name !== path.basename(file) && isMeant(name));
  const byStem = new Map(others.map((name) => [path.parse(name).name, name]));
  const stem = nearestWord(path.parse(file).name, [...byStem.keys()]);
  const near = stem === null ? null : byStem.get(stem);
  if (file.includes('\uFFFD'))
    return fileFailure('E001', file, ['文件名不是 UTF-8 编码，打不开', '多半是解压时编码不对：改名，或者重新解压。']);
  if (isLink(file))
    return fileFailure('E001', file, ['这是一个链接，它指的文件不在了', '把那个文件放回去，或者删去这个链接。']);
  const advice = near === null ? '看看路径和文件名有没有打错。' : `同一个文件夹里有“${near}”，是不是它？`;
  return fileFailure('E001', file, ['没有这个文件或文件夹', advice]);
}

function isLink(name: string): boolean {
  try {
    return lstatSync(name).isSymbolicLink();
  } catch {
    return false;
  }
}

const notAFile = (stats: Stats): Words =>
  stats.isDirectory()
    ? ['这是一个文件夹，不是文件', '写出文件夹里的文件名。']
    : ['这不是普通文件', '换成一份存在磁盘上的文件。'];

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

const tooBig = (size: number, limit: number): Words => [
  `文件有 ${megabytes(size)} MB，超过 ${megabytes(limit)} MB 的上限`,
  '看看是不是选错了文件；一个部门一年的内容分一个文件。',
];

const unreadable = (code: string | undefined): Words =>
  code === 'EACCES' || code === 'EPERM'
    ? ['没有读这个文件的权限', '请文件的主人开放读的权限，或者复制一份到自己的文件夹。']
    : [`系统读不了这个文件（${code ?? '原因不明'}）`, '看看文件是不是正被别的程序占用，或者磁盘有没有断开。'];
