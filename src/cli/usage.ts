import type { Command, CommanderError } from 'commander';
import { nearestWord } from '../blueprint/index.ts';

/** What commander found wrong with the command line, in Chinese and with the nearest right word. */
export function usageFault(error: CommanderError, program: Command): string {
  const word = /'(?<word>[^']*)'/u.exec(error.message)?.groups?.word ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return `没有“${word}”这个命令。${perhaps(word, commandNames(program), '命令')}`;
    case 'commander.unknownOption':
      return `没有“${word}”这个选项。${perhaps(word, optionNames(program), '选项')}`;
    case 'commander.missingArgument':
      return `缺少参数“${word}”。`;
    case 'commander.optionMissingArgument':
    case 'commander.missingMandatoryOptionValue':
      return `选项“${word}”后面要有一个值。`;
    case 'commander.conflictingOption': {
      const [one, other] = [...error.message.matchAll(/--\w+/gu)].map(([name]) => name);
      return `${one} 和 ${other} 不能同时用。`;
    }
    case 'commander.excessArguments':
      return '参数太多了。文件名里有空格时，要用引号括起来。';
    case 'commander.invalidArgument':
      return /is invalid\. (?<why>.*)$/su.exec(error.message)?.groups?.why ?? `“${word}”不能这样写。`;
    default:
      return '这个命令不能这样写。';
  }
}

function perhaps(word: string, names: readonly string[], kind: string): string {
  const near = nearestWord(word, names);
  return near === null ? `可用的${kind}：${names.join('、')}。` : `是不是“${near}”？`;
}

const commandNames = (program: Command): string[] => program.commands.map((command) => command.name());

/** The options of the command that was called; of all where none was. */
function optionNames(program: Command): string[] {
  const called = program.commands.filter((command) => command.name() === program.args[0]);
  const options = [program, ...(called.length > 0 ? called : program.commands)].flatMap((command) => command.options);
  return [...new Set([...options.flatMap(({ long }) => (typeof long === 'string' ? [long] : [])), '--help'])];
}
