import { andThen, type Diagnostic, fail, flatMap, type Outcome, succeed, type World } from '../../base/index.ts';
import { findMustaches } from './mustaches.ts';
import { type ParsedTemplate, parseTemplate } from './parse.ts';
import { contentFaults } from './syntax.ts';

/** What template files end with. */
export const SUFFIX = '.hbs';
/** The name of the file that is no partial. */
export const FORM = 'form';

/** Handlebars keeps partials in an object, where this name is taken. */
const UNUSABLE = `__proto__${SUFFIX}`;

/** The partials that a form may call, each read when it is first asked for. */
export type Partials = {
  readonly names: readonly string[];
  /** A partial or what is wrong with it; null where there is none of this name. */
  readonly find: (name: string) => Outcome<ParsedTemplate> | null;
  /** All that were found and are sound. */
  readonly called: () => ReadonlyMap<string, ParsedTemplate>;
};

/** The partials of some folders; of two with one name the one in the nearer folder counts. */
export function findPartials(world: World, folders: readonly string[]): Partials {
  const files = new Map<string, string>();
  for (const folder of folders)
    for (const [name, file] of partialsIn(world, folder)) if (!files.has(name)) files.set(name, file);
  const read = new Map<string, Outcome<ParsedTemplate>>();
  return {
    names: [...files.keys()],
    find: (name) => {
      const file = files.get(name);
      if (file === undefined) return null;
      const partial = read.get(name) ?? readPartial(world, file);
      read.set(name, partial);
      return partial;
    },
    called: () => new Map(flatMap([...read], ([name, partial]) => (partial.ok ? [[name, partial.value]] : []))),
  };
}

/** What is wrong with the partials of a folder by themselves, called or not; how they are called only their forms can tell. */
export const partialFaults = (world: World, folder: string): Diagnostic[] =>
  flatMap(partialsIn(world, folder), ([, file]) => {
    const partial = andThen(world.readText(file), (text) => {
      const parsed = parseTemplate(file, text);
      if (!parsed.ok) return parsed;
      const [first, ...more] = contentFaults({ file, text, mustaches: findMustaches(text) });
      return first ? fail(first, ...more) : succeed(null);
    });
    return partial.ok ? [] : partial.problems;
  });

const readPartial = (world: World, file: string): Outcome<ParsedTemplate> =>
  andThen(world.readText(file), (text) => parseTemplate(file, text));

const partialsIn = (world: World, folder: string): [name: string, file: string][] =>
  world
    .listFiles(folder)
    .filter((file) => file.endsWith(SUFFIX) && file !== FORM + SUFFIX && file !== UNUSABLE)
    .map((file) => [file.slice(0, -SUFFIX.length).normalize('NFC'), `${folder}/${file}`]);
