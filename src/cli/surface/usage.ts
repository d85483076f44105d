import type { Command, CommanderError, Option } from 'commander';
import { nearestWord } from '../../blueprint/index.ts';

/**
 * What commander found wrong with a command line, in Chinese and with the nearest right word, and where to look it up;
 * nothing where help was shown that says it all. `all` is the program with every command.
 */
export function usageFault(error: CommanderError, args: readonly string[], all: Command): string {
  const asked = all.commands.find((command) => command.name() === args[0]);
  if (error.code === 'commander.help') return args[0] === 'help' ? `\n${unknownCommand(args[1] ?? '', all)}\n` : '';
  return `${wrong(error, { args, asked, all })}\n用 biaoli ${asked ? `${asked.name()} ` : ''}--help 看用法。\n`;
}

/** What was called: the words, the command that they begin with if it is one, and the program with every command. */
type Call = { readonly args: readonly string[]; readonly asked: Command | undefined; readonly all: Command };

function wrong(error: CommanderError, call: Call): string {
  const word = /'(?<word>[^']*)'/u.exec(error.message)?.groups?.word ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(word, call.all);
    case 'commander.unknownOption':
      return unknownOption(word.replace(/=.*$/su, ''), call);
    case 'commander.missingArgument':
      return `缺少参数“${word}”。`;
    case 'commander.optionMissingArgument':
      return `选项“${word}”后面要有一个值。`;
    case 'commander.missingMandatoryOptionValue':
      return `一定要写“${word}”。`;
    case 'commander.conflictingOption': {
      const [one, other] = [...error.message.matchAll(/--\w+/gu)].map(([name]) => name);
      return `${one} 和 ${other} 不能同时用。`;
    }
    case 'commander.excessArguments':
      return '参数太多了。文件名里有空格时，要用引号括起来。';
    case 'commander.invalidArgument':
      return /is invalid\. (?<why>.*)$/su.exec(error.message)?.groups?.why ?? `“${word}”不能这样写。`;
    case 'biaoli.emptyWord':
      return '有一处是空的（""）：多半是用了没有值的变量。';
    default:
      return '这个命令不能这样写。';
  }
}

const unknownCommand = (word: string, all: Command): string =>
  `没有“${word}”这个命令。${perhaps(word, all.commands.map(nameOf), '命令')}`;

function unknownOption(word: string, { args, asked, all }: Call): string {
  const owners = all.commands.filter(({ options }) => options.some((option) => isWritten(option, word))).map(nameOf);
  if (owners.length > 0)
    return asked === undefined
      ? `“${word}”要写在命令后面，例如 biaoli ${owners.find((name) => args.includes(name)) ?? owners[0]} ${word}。`
      : `${asked.name()} 没有“${word}”这个选项，${owners.join('、')} 才有。`;
  const options = (asked ? [asked] : [all, ...all.commands]).flatMap((command) => command.options);
  const names = new Set([...options.flatMap(({ long }) => (typeof long === 'string' ? [long.slice(2)] : [])), 'help']);
  return `没有“${word}”这个选项。${perhaps(word, [...names], '选项', '--')}`;
}

const isWritten = ({ long, short }: Option, word: string): boolean => long === word || short === word;

/** Dashes, which every option begins with, make no two of them alike. */
function perhaps(word: string, names: readonly string[], kind: string, dashes = ''): string {
  const near = nearestWord(word.replace(/^-+/u, ''), names);
  return near === null
    ? `可用的${kind}：${names.map((name) => dashes + name).join('、')}。`
    : `是不是“${dashes}${near}”？`;
}

const nameOf = (command: Command): string => command.name();
