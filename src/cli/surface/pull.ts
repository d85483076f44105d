import type { PullOptions } from '../commands/pull.ts';
import { type AddCommand, fonts, templates } from './shared.ts';

export const addPull: AddCommand = (program, terminal, done) => {
  program
    .command('pull')
    .summary('把在 Word 里改过的表写回数据')
    .description(
      '把在 Word、WPS 或 LibreOffice 里改过的表写回生成它的 YAML：只动改了的地方，注释、次序和写法都留着。\n' +
        '有一处看不懂就什么也不写，一一说明；写回以后接着检查。',
    )
    .usage('<改过的 DOCX> <数据> [选项]')
    .argument('<DOCX>', '改过的表')
    .argument('<数据>', '生成它的 YAML 文件')
    .option('--partial', '有看不懂的地方，也把看懂的写回')
    .option('--dry-run', '只说会写什么，不写')
    .addOption(templates())
    .addOption(fonts())
    .addHelpText(
      'after',
      '\n例：\n  biaoli pull 民政办公室-改.docx data/某某镇/民政办公室.yaml --dry-run\n  biaoli pull 民政办公室-改.docx data/某某镇/民政办公室.yaml',
    )
    .action(async (docx: string, yaml: string, options: PullOptions) => {
      const { pullBack } = await import('../commands/pull.ts');
      done(await pullBack({ docx, yaml }, options, terminal));
    });
};
