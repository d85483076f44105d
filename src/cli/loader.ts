import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { runsApart } from './apart/commands.ts';
import type * as program from './main.ts';
import { exitCodeAfter, lostCode } from './process/streams.ts';
import { type Mode, setFlags } from './process/v8-flags.ts';
import { hasWorkingFolder } from './process/working-folder.ts';

/**
 * Parts of the bundle that are loaded with V8's compiled code beside them, which takes a third off a single form's cold start.
 * The code was saved when the bundle was built; another Node release does not accept it and compiles anew. The reader is
 * not among them, because it imports ES modules.
 */
const cached = ['program', 'pdf', 'docx'];

type Part = { readonly script: Script; readonly cacheFile: string; readonly module: { exports: object } };
const parts = new Map<string, Part>();

let mode: Mode = 'many';

function load(name: string): Part {
  const known = parts.get(name);
  if (known) return known;
  const filename = path.join(__dirname, `${name}.js`);
  const cacheFile = path.join(__dirname, `${name}.${mode}.cache`);
  // The bundle is ASCII: a text of one byte a character is read twice as fast and held in half the room.
  const source = readFileSync(filename, 'latin1');
  const cachedData = read(cacheFile);
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new Script(wrapped, { filename, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  const part = { script, cacheFile, module };
  parts.set(name, part);
  script.runInThisContext()(module.exports, requireFrom(filename), module, filename, __dirname);
  return part;
}

function requireFrom(filename: string): (id: string) => unknown {
  const plain = createRequire(filename);
  return (id) => {
    const name = /^\.\/(\w+)\.js$/.exec(id)?.[1];
    return name !== undefined && cached.includes(name) ? load(name).module.exports : plain(id);
  };
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Runs the program with these arguments. */
export async function start(args: readonly string[]): Promise<void> {
  if (!hasWorkingFolder()) return loadProgram().main(args);
  const files = args.filter((one) => /^[^*?[\]{}]+\.ya?ml$/i.test(one));
  if (runsApart(args)) return startApart(args);
  if (files.length === 1 && !args.includes('--watch')) {
    mode = 'one';
    // Compiled code is accepted only under the flags it was saved with: Node's own modules are loaded before.
    for (const id of ['node:crypto', 'node:zlib']) createRequire(__filename)(id);
  }
  setFlags(mode);
  await loadProgram().main(args);
}

/** Runs a command line in a thread, for which the program need not be loaded here. */
async function startApart(args: readonly string[]): Promise<void> {
  const { runApart } = await import('./apart/parent.ts');
  const ended = await runApart(args, path.join(__dirname, 'thread.js'));
  await new Promise(setImmediate);
  const lost = lostCode();
  if (lost !== null) loadProgram().tellLost(lost);
  if (typeof ended === 'number') process.exitCode = exitCodeAfter(ended);
  else loadProgram().giveUp(args, ended);
}

/** The same, in the thread. */
export const thread: typeof program.thread = () => loadProgram().thread();

/** Does a piece of its work in a thread of its own. */
export const work: typeof program.work = (order) => loadProgram().work(order);

const loadProgram = () => load('program').module.exports as typeof program;

/** Saves the code compiled so far for later starts. */
export function save(): void {
  for (const { script, cacheFile } of parts.values()) {
    writeFileSync(`${cacheFile}.new`, script.createCachedData());
    renameSync(`${cacheFile}.new`, cacheFile);
  }
}
