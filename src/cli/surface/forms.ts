import type { FormsOptions } from '../commands/forms.ts';
import { type AddCommand, fonts, templates } from './shared.ts';

export const addForms: AddCommand = (program, terminal, done) => {
  program
    .command('forms')
    .summary('列出有哪些表，或一张表要填什么；检查模板')
    .description('列出有哪些表；写出表名，就列出这张表要填什么。--check 检查模板写得对不对，不用有数据。')
    .usage('[表名] [选项]')
    .argument('[表名]', '数据里“表:”后面写的名字')
    .option('--check', '检查自己的表（写出表名就只查这一张），并用空白数据和填满的数据试排')
    .addOption(templates())
    .addOption(fonts())
    .addHelpText('after', '\n例：\n  biaoli forms\n  biaoli forms 表名\n  biaoli forms --check --templates 我的模板')
    .action(async (form: string | undefined, options: FormsOptions) => {
      const { forms } = await import('../commands/forms.ts');
      done(await forms(form, options, terminal));
    });
};
