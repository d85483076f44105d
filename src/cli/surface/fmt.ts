import { Argument } from 'commander';
import type { FmtOptions } from '../commands/fmt.ts';
import { type AddCommand, fonts, templates } from './shared.ts';

export const addFmt: AddCommand = (program, terminal, done) => {
  program
    .command('fmt')
    .summary('把数据文件整理成统一的写法')
    .description(
      '把数据文件整理成统一的写法：键按表上的次序，缩进两格，几段文字用“|”，短的一行写成 { … }，引号只在要的地方；\n' +
        '内容一个字不改，注释都留着。写错的文件不动。',
    )
    .usage('<输入...> [选项]')
    .addArgument(new Argument('<输入...>', 'YAML 文件、文件夹（连同里面的文件夹）或通配符；“-”读标准输入，写标准输出'))
    .option('--check', '只看，不改：有不整齐的就列出来，结束码是 1')
    .addOption(templates())
    .addOption(fonts())
    .addHelpText('after', '\n例：\n  biaoli fmt data\n  biaoli fmt data --check')
    .action(async (args: string[], options: FmtOptions) => {
      const { fmt } = await import('../commands/fmt.ts');
      done(await fmt(args, options, terminal));
    });
};
