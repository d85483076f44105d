import { InvalidArgumentError, Option } from 'commander';
import type { ReadAs } from '../commands/read.ts';
import type { AddCommand } from './shared.ts';

export const addRead: AddCommand = (program, terminal, done) => {
  program
    .command('read')
    .summary('读出 PDF 或 DOCX 里的文字')
    .description('读出 PDF 或 DOCX 里的文字或表格，写到标准输出。')
    .usage('<文件> [选项]')
    .argument('<文件>', 'PDF 或 DOCX 文件')
    .addOption(
      new Option('--as <样子>', 'text：全部文字；table：只要 DOCX 里的表格，一行一行，格子之间是制表符')
        .argParser(parseReadAs)
        .default('text'),
    )
    .addHelpText('after', '\n例：\n  biaoli read out/某某镇/民政办公室.docx --as table')
    .action(async (file: string, options: { readonly as: ReadAs }) => {
      const { read } = await import('../commands/read.ts');
      done(await read(file, options.as, terminal));
    });
};

function parseReadAs(value: string): ReadAs {
  if (value === 'text' || value === 'table') return value;
  throw new InvalidArgumentError(`--as 后面写 text 或 table，不能写“${value}”。`);
}
