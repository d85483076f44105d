import { relativePath } from '../disk/paths.ts';
import type { State } from './state.ts';

/** How many files a line names. */
const MOST_NAMES = 3;

/** Files as a line names them, from the current folder. */
export function shownFiles(files: readonly string[]): string {
  const names = files.slice(0, MOST_NAMES).map((file) => relativePath('.', file));
  return files.length > MOST_NAMES ? `${names.join('、')} 等 ${files.length} 个文件` : names.join('、');
}

/** How things stand, with nothing of the hour: the same state is the same line. */
export function standing({ inputs, faulty, warnings }: State): string {
  const files = inputs.map(({ file }) => file).filter((file) => faulty.has(file));
  const errors = files.length === 0 ? '都没有错误' : `${files.length} 份有错误：${shownFiles(files)}`;
  const count = [...warnings.values()].reduce((sum, { size }) => sum + size, 0);
  const remarks = count === 0 ? '' : `，${count} 个警告`;
  return `—— 监视着 ${inputs.length} 份，${errors}${remarks}。按 Ctrl-C 结束。`;
}
