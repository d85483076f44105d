import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import { textWidth } from '../width.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

const defaultOf = ({ defaultValue }: Argument | Option): string =>
  defaultValue === undefined ? '' : `（默认 ${String(defaultValue)}）`;

/** commander's help in Chinese: its titles, default values, and columns that Han characters do not push aside. */
export const chineseHelp: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  optionDescription: (option: Option) => option.description + defaultOf(option),
  argumentDescription: (argument: Argument) => argument.description + defaultOf(argument),
  subcommandTerm: (command: Command) => `${command.name()} ${command.usage()}`.trim(),
  subcommandDescription: (command: Command) => command.summary() || command.description(),
  displayWidth: textWidth,
  // Chinese has no spaces to wrap at: lines stay as they are written.
  minWidthToWrap: Number.POSITIVE_INFINITY,
};
