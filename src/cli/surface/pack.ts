import { InvalidArgumentError, Option } from 'commander';
import type { PackOptions } from '../commands/pack.ts';
import { type AddCommand, fonts, inputs, noSource, pages, pdfKind, small, templates } from './shared.ts';

export const addPack: AddCommand = (program, terminal, done) => {
  program
    .command('pack')
    .summary('把许多份表合成一册')
    .description(
      '把许多份表合成一册：目录、汇总表，然后是各份表，页码连着编，书签按部门；旁边另有一份 Excel 的汇总表。\n' +
        '-o 写 .zip，就是各份的 PDF、DOCX 和目录、汇总表打成一包；各份带着数据，除非写 --no-source；不压字形，除非写 --small。合成一册的 PDF 不带数据，字形总是压的。',
    )
    .usage('<输入...> -o <文件> [选项]')
    .addArgument(inputs())
    .addOption(new Option('-o, --out <文件>', '写成哪个文件：.pdf 或 .zip').argParser(parseOut).makeOptionMandatory())
    .addOption(new Option('--title <册名>', '印在目录上面的名称；不写就用文件的名称').argParser(parseTitle))
    .option('--duplex', '双面打印：每份表从单页起，要补的空白页算页数、不印页码')
    .option('--partial', '有的数据有错误，也把没有错误的先合成一册，有错误的列在目录后面')
    .addOption(pages())
    .addOption(pdfKind())
    .addOption(noSource())
    .addOption(small())
    .addOption(templates())
    .addOption(fonts())
    .addHelpText(
      'after',
      '\n例：\n  biaoli pack data -o 2024.pdf --title 2024年部门预算绩效目标汇编\n  biaoli pack data/某某镇 data/某某局 -o 两家.pdf --duplex\n  biaoli pack data -o 2024.zip',
    )
    .action(async (args: string[], options: PackOptions) => {
      const { pack } = await import('../commands/pack.ts');
      done(await pack(args, options, terminal));
    });
};

function parseOut(value: string): string {
  if (/[^/\\]\.(?:pdf|zip)$/iu.test(value)) return value;
  throw new InvalidArgumentError(`-o 后面写以 .pdf 或 .zip 结尾的文件名，例如 2024.pdf，不能写“${value}”。`);
}

function parseTitle(value: string): string {
  const title = value.replace(/\s+/gu, ' ').trim();
  if (title !== '') return title;
  throw new InvalidArgumentError('--title 后面写册名，不能空着。');
}
