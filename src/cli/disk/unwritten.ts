import type { Diagnostic } from '../../base/index.ts';
import { fileFault, type Words } from './file-fault.ts';

const reasons: Readonly<Record<string, Words>> = {
  ENOENT: ['它的文件夹不在了', '看看文件夹是不是改了名、移走了或者删掉了。'],
  EACCES: ['没有写到这里的权限', '换一个输出文件夹（-o），或者请管理员开放权限。'],
  EPERM: ['系统不许写到这里，文件可能正在别的程序里打开', '关掉打开着它的 Word、WPS 或阅读器再试。'],
  EBUSY: ['文件正在别的程序里打开', '关掉打开着它的 Word、WPS 或阅读器再试。'],
  EROFS: ['这个磁盘是只读的', '换一个输出文件夹（-o）。'],
  ENOSPC: ['磁盘满了', '腾出空间再试。'],
  EDQUOT: ['磁盘配额用完了', '腾出空间再试。'],
  EISDIR: ['同名的地方是一个文件夹', '把那个文件夹改名或移走，或者换一个输出文件夹（-o）。'],
  ENOTDIR: ['路径中间有一段是文件，不是文件夹', '换一个输出文件夹（-o），或者把那个文件移走。'],
  EEXIST: ['路径中间有一段是文件，不是文件夹', '换一个输出文件夹（-o），或者把那个文件移走。'],
  ENAMETOOLONG: ['文件名或路径太长', '把 YAML 的文件名改短，或者输出到近一些的文件夹（-o）。'],
  EMFILE: ['打开的文件太多', '关掉一些程序再试。'],
};

/** Why something could not be written, in words for people, by the system's code. */
export const whyUnwritten = (code: string): string => reasons[code]?.[0] ?? `系统写不了（${code || '原因不明'}）`;

/** E006: a file could not be written, for a reason that the system gives as a code. */
export function cannotWrite(file: string, { code = '' }: Pick<NodeJS.ErrnoException, 'code'>): Diagnostic {
  const why = whyUnwritten(code);
  const advice = reasons[code]?.[1] ?? '换一个输出文件夹（-o）再试。';
  return fileFault('E006', file, [`写不了这个文件：${why}`, advice]);
}
