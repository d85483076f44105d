import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  type Diagnostic,
  diagnostic,
  fail,
  type Outcome,
  placeAt,
  type Span,
  succeed,
  type World,
} from '../../../src/base/index.ts';
import { type Blueprint, openShelf, type Shelf } from '../../../src/blueprint/index.ts';

/** Files of a world by their paths. */
export type Files = Readonly<Record<string, string>>;

/** What every small world has: two faces and one taxonomy with an alias. */
export const commons: Files = {
  'fonts/a.ttf': '',
  'fonts/b.ttf': '',
  'fonts/faces.yaml':
    '宋体: { 文件: [a.ttf] }\n小标宋: { 文件: [a.ttf] }\n黑体: { 文件: [a.ttf, b.ttf], 字库名: 黑黑 }\n',
  'templates/共用/体系.yaml': `体系:
  甲类:
    一级:
      产出: [数量, 质量]
      效益: [社会, 生态]
      满意: []
  乙类:
    一级:
      成本: [经济]
别名:
  环境: 生态
  产值: 产出
`,
};

/** A world in memory. */
export function worldOf(files: Files): World {
  const paths = Object.keys(files).sort();
  const below = (folder: string): string[][] =>
    paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1).split('/'));
  return {
    readText: (file) => {
      const text = files[file];
      if (text !== undefined) return succeed(text);
      return fail(
        diagnostic({ code: 'E001', at: { file, start: 0, end: 0 }, message: '没有这个文件', advice: '核对。' }),
      );
    },
    isMarked: () => false,
    listFolders: (folder) => [...new Set(below(folder).flatMap(([name, more]) => (more && name ? [name] : [])))],
    listFiles: (folder) => below(folder).flatMap(([name, more]) => (name && more === undefined ? [name] : [])),
    readFont: () => {
      throw new Error('these tests need no fonts');
    },
  };
}

/** The repository's own templates, data and faces. */
export const repository: World = {
  readText: (file) => succeed(readFileSync(file, 'utf8')),
  isMarked: () => false,
  listFolders: (folder) => namesIn(folder, true),
  listFiles: (folder) => namesIn(folder, false),
  readFont: () => {
    throw new Error('these tests need no fonts');
  },
};

const namesIn = (folder: string, folders: boolean): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((one) => one.isDirectory() === folders)
        .map(({ name }) => name)
        .sort()
    : [];

export const openedShelf = (world: World): Shelf => successOf(openShelf(world, ['templates'], ['fonts']));

const here: Span = { file: 'record.yaml', start: 0, end: 0 };

/** The blueprint of one form.yaml at `templates/表一/form.yaml`, with other files beside it. */
export const blueprintOf = (form: string, others: Files = {}): Outcome<Blueprint> =>
  openedShelf(worldOf({ ...commons, 'templates/表一/form.yaml': form, ...others })).find('表一', () => null, here);

/** A form.yaml with these fields, each a line. */
export const formWith = (...fields: readonly string[]): string =>
  `表: 表一\n字段:\n${fields.map((line) => `  ${line}\n`).join('')}`;

/** The value of a success; the problems of a failure are thrown. */
export function successOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ code, at, message }) => `${at.file} ${code} ${message}`).join('\n'));
}

/** All that an outcome says: problems of a failure, warnings of a success. */
export const saidBy = (outcome: Outcome<unknown>): readonly Diagnostic[] =>
  outcome.ok ? outcome.warnings : outcome.problems;

/** Diagnostics of one text as `line:column «what stands there» code message → advice`. */
export const told = (outcome: Outcome<unknown>, text: string): string[] =>
  saidBy(outcome).map(({ at, code, message, advice }) => {
    const { line, column } = placeAt(text, at.start);
    return `${line}:${column} «${text.slice(at.start, at.end)}» ${code} ${message} → ${advice}`;
  });
