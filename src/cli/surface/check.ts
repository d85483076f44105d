import { Option } from 'commander';
import type { CheckOptions } from '../commands/check.ts';
import { reportFormats } from '../report/format.ts';
import { type AddCommand, fonts, inputs, oneOf, pages, templates, verbose } from './shared.ts';

export const addCheck: AddCommand = (program, terminal, done) => {
  program
    .command('check')
    .summary('检查数据，什么也不生成')
    .description('检查数据，什么也不生成；没有问题的，一定能生成。')
    .usage('<输入...> [选项]')
    .addArgument(inputs())
    .addOption(
      new Option('-f, --format <样子>', '结果给谁看：text 给人；json、sarif、github、gitlab 给别的程序，写到标准输出')
        .argParser(oneOf('--format', reportFormats))
        .default('text'),
    )
    .option('--hints', '提示也列出来（不是错，供参考）')
    .addOption(pages())
    .addOption(templates())
    .addOption(fonts())
    .addOption(verbose())
    .option('--pages <网址>', 'sarif 里各代码说明页（docs/codes/）的网址')
    .addHelpText(
      'after',
      '\n例：\n  biaoli check data\n  biaoli check data --hints\n  biaoli check data --format sarif > 检查.sarif',
    )
    .action(async (args: string[], options: CheckOptions) => {
      const { check } = await import('../commands/check.ts');
      done(await check(args, options, terminal));
    });
};
