import { Command } from 'commander';
import { findInstall } from './install.ts';
import type { ExitCode, Terminal } from './process/terminal.ts';
import { addCheck } from './surface/check.ts';
import { addDiff } from './surface/diff.ts';
import { addFmt } from './surface/fmt.ts';
import { addForms } from './surface/forms.ts';
import { chineseHelp } from './surface/help.ts';
import { addNew } from './surface/new.ts';
import { addPack } from './surface/pack.ts';
import { addPull } from './surface/pull.ts';
import { addRead } from './surface/read.ts';
import { addRender } from './surface/render.ts';
import { addSchema } from './surface/schema.ts';
import type { AddCommand } from './surface/shared.ts';
import { addVerify } from './surface/verify.ts';

const commands: Readonly<Record<string, AddCommand>> = {
  render: addRender,
  check: addCheck,
  pack: addPack,
  new: addNew,
  fmt: addFmt,
  diff: addDiff,
  pull: addPull,
  read: addRead,
  verify: addVerify,
  forms: addForms,
  schema: addSchema,
};

/**
 * The command line of biaoli. Each action loads its own part of the program when it is called, and hands its exit code
 * to `done`. Wrong usage is thrown as a CommanderError and prints nothing. Of the commands only the one `called` is there,
 * if it is one of them.
 */
export function createProgram(terminal: Terminal, done: (code: ExitCode) => void, called = ''): Command {
  const program = new Command('biaoli')
    .description('表里：把一份 YAML 排成可以打印盖章的政府报表（PDF 与 DOCX），并能逐格读回来')
    .usage('<命令> [选项]')
    .configureHelp(chineseHelp)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => undefined })
    .exitOverride()
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示一个命令的帮助')
    .version(findInstall().version, '-V, --version', '显示版本号')
    .hook('preAction', (_, command) => refuseEmpty(command));
  const asked = Object.hasOwn(commands, called) ? [commands[called]] : Object.values(commands);
  for (const add of asked) add?.(program, terminal, done);
  return program;
}

/** A word that is empty, as of a variable that is not set, would name the folder that one stands in. */
function refuseEmpty(command: Command): void {
  const words: readonly unknown[] = [...command.args, ...Object.values(command.opts())];
  if (words.some((word) => typeof word === 'string' && word.trim() === ''))
    command.error('', { code: 'biaoli.emptyWord' });
}
