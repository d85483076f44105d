import type { AddCommand } from './shared.ts';

export const addForms: AddCommand = (program, terminal, done) => {
  program
    .command('forms')
    .summary('列出有哪些表，或一张表要填什么')
    .description('列出有哪些表；写出表名，就列出这张表要填什么。')
    .usage('[表名]')
    .argument('[表名]', '数据里“表:”后面写的名字')
    .addHelpText('after', '\n例：\n  biaoli forms\n  biaoli forms 表名')
    .action(async (form: string | undefined) => {
      const { forms } = await import('../commands/forms.ts');
      done(await forms(form, terminal));
    });
};
