import type { SchemaOptions } from '../commands/schema.ts';
import { type AddCommand, out, templates } from './shared.ts';

export const addSchema: AddCommand = (program, terminal, done) => {
  program
    .command('schema')
    .summary('写出给编辑器用的 JSON Schema')
    .description(
      '写出一张表的 JSON Schema：编辑器（VS Code 的 YAML 扩展）靠它提示键、标出错误；不写表名，就是各张表合在一起的。',
    )
    .usage('[表名] [选项]')
    .argument('[表名]', '数据里“表:”后面写的名字')
    .addOption(out('-o, --out <文件>', '写到这个文件里；不写就写到标准输出'))
    .addOption(templates())
    .addHelpText('after', '\n例：\n  biaoli schema 表名 -o schema.json\n  biaoli schema -o 各表.json')
    .action(async (form: string | undefined, options: SchemaOptions) => {
      const { schema } = await import('../commands/schema.ts');
      done(await schema(form, options, terminal));
    });
};
