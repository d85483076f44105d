import type { NewOptions } from '../commands/new.ts';
import { type AddCommand, templates } from './shared.ts';

export const addNew: AddCommand = (program, terminal, done) => {
  program
    .command('new')
    .summary('写出一份待填的数据')
    .description('写出一份待填的数据：各项按表上的顺序，后面注明要填什么；不写文件，就写到标准输出。')
    .usage('<表名> [文件] [选项]')
    .argument('<表名>', '“biaoli forms”列出的名字')
    .argument('[文件]', '写到哪个 YAML 文件；已经有的不覆盖')
    .addOption(templates())
    .addHelpText('after', '\n例：\n  biaoli new 表名 data/某某镇/民政办公室-2025.yaml')
    .action(async (form: string, file: string | undefined, options: NewOptions) => {
      const { newRecord } = await import('../commands/new.ts');
      done(await newRecord({ form, file }, options, terminal));
    });
};
