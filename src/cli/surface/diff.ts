import { Option } from 'commander';
import type { DiffOptions } from '../diff/options.ts';
import { type AddCommand, fonts, oneOf, out, templates } from './shared.ts';

export const addDiff: AddCommand = (program, terminal, done) => {
  program
    .command('diff')
    .summary('说明表改了什么')
    .description(
      '用表上的话说明两份数据之间改了什么。写两个文件就比这两个；写一个就和 git 里最近一次提交的比；什么也不写，或者用 --from，就比所有改过的。',
    )
    .usage('[旧] [新] [选项]')
    .argument('[文件...]', '文件，或者“版本:文件”，例如 HEAD:data/某某镇/民政办公室.yaml；用 --from 时是文件或文件夹')
    .addOption(new Option('--from <版本>', '从 git 的哪个版本起（提交、分支或标签）'))
    .addOption(new Option('--to <版本>', '到 git 的哪个版本；不写就是现在磁盘上的文件'))
    .addOption(
      new Option('--as <样子>', 'text：给人看的文字；markdown：贴到合并请求里的评论；pdf：改过的格子作了记号的表')
        .argParser(oneOf('--as', ['text', 'markdown', 'pdf']))
        .default('text'),
    )
    .addOption(out('-o, --out <文件或文件夹>', '写到哪里；pdf 不写就写到 out 文件夹，别的不写就写到屏幕上'))
    .addOption(new Option('--exit-code', '印出来的内容有改动，就以 1 结束'))
    .addOption(templates())
    .addOption(fonts())
    .addHelpText(
      'after',
      [
        '\n例：',
        '  biaoli diff data/某某镇/民政办公室.yaml',
        '  biaoli diff HEAD:data/某某镇/民政办公室.yaml data/某某镇/民政办公室.yaml --as pdf',
        '  biaoli diff --from main --as markdown data',
      ].join('\n'),
    )
    .action(async (files: string[], options: DiffOptions) => {
      const { diff } = await import('../commands/diff.ts');
      done(await diff(files, options, terminal));
    });
};
