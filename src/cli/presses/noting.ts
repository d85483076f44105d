import path from 'node:path';
import type { World } from '../../base/index.ts';
import { digestOf } from '../disk/digest.ts';

/** What was asked of a world. */
export type Seen = {
  /** The full paths of files whose text was read, there or not, and of folders that were listed. */
  readonly files: Set<string>;
  readonly folders: Set<string>;
  /** Each question, as it was spelled, with the digest of its first answer; see {@link answerTo}. */
  readonly answers: Map<string, string>;
};

/** A world that notes what is read through it, so that nobody has to guess on what a document depends. */
export function notingWorld(world: World, seen: Seen): World {
  const note = (question: string, answer: () => string): void => {
    if (!seen.answers.has(question)) seen.answers.set(question, answer());
  };
  const listing = (kind: 'listFolders' | 'listFiles') => (name: string) => {
    const names = world[kind](name);
    seen.folders.add(path.resolve(name));
    note(`${kind} ${name}`, () => digestOfNames(names));
    return names;
  };
  return {
    ...world,
    readText: (file) => {
      seen.files.add(path.resolve(file));
      const text = world.readText(file);
      note(textQuestion(file), () => (text.ok ? digestOfText(text.value, world.isMarked(file)) : NOTHING));
      return text;
    },
    listFolders: listing('listFolders'),
    listFiles: listing('listFiles'),
  };
}

/** The answer where a file cannot be read. */
const NOTHING = '';

const digestOfNames = (names: readonly string[]): string => digestOf(names.join('/'));

/** The digest of a file with this text: a mark before it is carried into output, and so counts. */
export const digestOfText = (text: string, isMarked: boolean): string => digestOf(isMarked ? `\uFEFF${text}` : text);

/** The question for the text of a file. */
export const textQuestion = (file: string): string => `readText ${file}`;

/** The digest of what a world answers now to a question that was noted. */
export function answerTo(question: string, world: World): string {
  const kind = question.slice(0, question.indexOf(' '));
  const place = question.slice(kind.length + 1);
  if (kind === 'listFolders' || kind === 'listFiles') return digestOfNames(world[kind](place));
  const text = world.readText(place);
  return text.ok ? digestOfText(text.value, world.isMarked(place)) : NOTHING;
}
