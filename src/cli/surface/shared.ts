import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { pdfKinds } from '../../base/index.ts';
import type { ExitCode, Terminal } from '../process/terminal.ts';

/** Adds a command to the program; its action loads the rest of it when it is called and hands its exit code to `done`. */
export type AddCommand = (program: Command, terminal: Terminal, done: (code: ExitCode) => void) => void;

/** Takes one of some words, in capitals as well. */
export const oneOf =
  (option: string, choices: readonly string[]) =>
  (value: string): string => {
    if (choices.includes(value.toLowerCase())) return value.toLowerCase();
    throw new InvalidArgumentError(`${option} 后面写 ${choices.join('、')} 之一，不能写“${value}”。`);
  };

export const inputs = (): Argument => new Argument('<输入...>', 'YAML 文件、文件夹（连同里面的文件夹）或通配符');

export const pages = (): Option =>
  new Option('--fit <页数>', '缩小文字和格子里的空，排成至多这么多页（不小于六号字）').argParser(parsePages);

export const pdfKind = (): Option =>
  new Option(
    '--pdf <种类>',
    'a3a：归档用的 PDF/A-3a（不写就是它）；a2a：PDF/A-2a；plain：普通的 PDF，没有标签，小一些',
  ).argParser(oneOf('--pdf', pdfKinds));

export const noSource = (): Option =>
  new Option('--no-source', '成品里不带数据（YAML）；要公开发布的不要带，草稿、注释都在里面');

export const small = (): Option =>
  new Option('--small', 'PDF 里正文的字形也压缩，文件大致小四分之一，时间多一半；放到网上的用它，连同 --no-source');

export const fonts = (): Option =>
  new Option('--fonts <文件夹>', '自己的字库和 faces.yaml 在哪里；不写就看当前文件夹下的 fonts');

export const templates = (): Option =>
  new Option('--templates <文件夹>', '自己的表在哪里；不写就看当前文件夹下的 templates');

export const verbose = (): Option =>
  new Option('--verbose', '说明每份的栏宽是怎么定的，什么地方用了哪种字体、哪个字库，哪些问题已经接受');

/** Where something is written: a name that is empty, as of a variable that is not set, would be the root of the disk. */
export const out = (flags: string, told: string): Option =>
  new Option(flags, told).argParser((value: string) => {
    if (value.trim() !== '') return value;
    throw new InvalidArgumentError('-o 后面要写名称，不能空着。');
  });

function parsePages(value: string): number {
  const pages = /^([1-9]\d?)页?$/.exec(value)?.[1];
  if (pages !== undefined) return Number(pages);
  throw new InvalidArgumentError(`--fit 后面写页数，1 到 99，不能写“${value}”。`);
}
