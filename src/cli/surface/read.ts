import { Option } from 'commander';
import type { ReadOptions } from '../commands/read.ts';
import { type AddCommand, oneOf, out } from './shared.ts';

export const addRead: AddCommand = (program, terminal, done) => {
  program
    .command('read')
    .summary('读出 PDF 或 DOCX 里的文字、表格或数据')
    .description('读出 PDF 或 DOCX 里的文字或表格，或者生成它的数据（YAML，一个字节不差），写到标准输出。')
    .usage('<文件> [选项]')
    .argument('<文件>', 'PDF 或 DOCX 文件')
    .addOption(
      new Option('--as <样子>', 'text：全部文字；table：只要里面的表格，一行一行，格子之间是制表符；yaml：生成它的数据')
        .argParser(oneOf('--as', ['text', 'table', 'yaml']))
        .default('text'),
    )
    .addOption(out('-o, --out <文件>', '写到这个文件里'))
    .addHelpText(
      'after',
      '\n例：\n  biaoli read out/某某镇/民政办公室.docx --as table\n  biaoli read 存档.pdf --as yaml -o 民政办公室.yaml',
    )
    .action(async (file: string, options: ReadOptions) => {
      const { read } = await import('../commands/read.ts');
      done(await read(file, options, terminal));
    });
};
