import type { VerifyOptions } from '../commands/verify.ts';
import { type AddCommand, fonts, templates } from './shared.ts';

export const addVerify: AddCommand = (program, terminal, done) => {
  program
    .command('verify')
    .summary('核对 PDF 或 DOCX 印的和里面带的数据是不是一致')
    .description(
      '把 PDF 或 DOCX 里印的表逐格读出来，和它带的数据排出来的比，再核对生成时记下的摘要；不一样的格子一一指出。\n' +
        '它不是签名：能同时改数据、印的内容和摘要的人，可以做出前后一致的假文件。',
    )
    .usage('<文件> [选项]')
    .argument('<文件>', '表里生成的 PDF 或 DOCX 文件')
    .addOption(templates())
    .addOption(fonts())
    .addHelpText('after', '\n例：\n  biaoli verify 存档.pdf\n  biaoli verify 存档.docx --templates 本区模板')
    .action(async (file: string, options: VerifyOptions) => {
      const { verify } = await import('../commands/verify.ts');
      done(await verify(file, options, terminal));
    });
};
