import type { Diagnostic } from '../../base/index.ts';
import { fileFault } from '../disk/file-fault.ts';

/** E011: our program broke down over a record; the others go on. */
export const crash = (file: string, error: unknown): Diagnostic =>
  fileFault('E011', file, [
    `程序自身在这份数据上出了错，没有生成它：${reasonOf(error)}`,
    '别的数据不受影响。请把这份数据和上面的话发给开发者。',
  ]);

/** What is known of an error, in one line, and where in the program it was. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return '内存不够（多半是这份数据特别大）';
  const where = /^ {4}at (\S+)/mu.exec(error.stack ?? '')?.[1];
  return `${error.name}: ${error.message}${where === undefined ? '' : `（${where}）`}`;
}

/** E011: a record took longer than it may. */
export const tooLong = (file: string, seconds: number): Diagnostic =>
  fileFault('E011', file, [
    `做了 ${seconds} 秒还没有做完，停下了，没有生成它`,
    `数据特别大的，给它更多时间：--timeout ${seconds * 5}；不大的，请把这份数据发给开发者。`,
  ]);
