import { existsSync } from 'node:fs';
import { isYaml } from '../disk/file-names.ts';
import type { DiffOptions } from './options.ts';

/** What is wrong with how the command was called; null: nothing. */
export function wrongUsage(args: readonly string[], { from, to }: DiffOptions): string | null {
  if (to !== undefined && from === undefined) return '写了 --to，也要写 --from。';
  const range = from === undefined ? args.find((arg) => /^[\w-]/.test(arg) && !existsSync(arg) && rangeIn(arg)) : from;
  const ends = range === undefined ? undefined : rangeIn(range);
  if (ends !== undefined) return `两个版本要分开写：把“${range}”写成 ${ends}。`;
  if (from === undefined && args.length > 2) return '一次比两个文件；要比多个，用 --from 写出 git 的版本。';
  return null;
}

/** How two revisions that are written as one word for git, such as main..HEAD, are written here. */
function rangeIn(word: string): string | undefined {
  const ends = /^(?<from>[^{}:]*?[^{}:./]|)(?<dots>\.{2,3})(?<to>(?:[^{}:./][^{}:]*)?)$/.exec(word)?.groups;
  if (ends === undefined || isYaml(word)) return undefined;
  const [from, to] = [ends.from || 'HEAD', ends.to || 'HEAD'];
  return ends.dots === '..' ? `--from ${from} --to ${to}` : `--from "$(git merge-base ${from} ${to})" --to ${to}`;
}
