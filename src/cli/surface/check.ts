import type { WorkshopOptions } from '../workshop.ts';
import { type AddCommand, fonts, inputs, pages, verbose } from './shared.ts';

export const addCheck: AddCommand = (program, terminal, done) => {
  program
    .command('check')
    .summary('检查数据，什么也不生成')
    .description('检查数据，什么也不生成；没有问题的，一定能生成。')
    .usage('<输入...> [选项]')
    .addArgument(inputs())
    .addOption(pages())
    .addOption(fonts())
    .addOption(verbose())
    .addHelpText('after', '\n例：\n  biaoli check data')
    .action(async (args: string[], options: WorkshopOptions) => {
      const { check } = await import('../commands/check.ts');
      done(await check(args, options, terminal));
    });
};
