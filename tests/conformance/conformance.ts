// Whether PDFs keep what they declare: veraPDF for PDF/A and PDF/UA, qpdf and mutool for the file itself.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Asked, readArguments } from './arguments.ts';
import { classpathOf } from './classpath.ts';
import { checkFiles } from './files.ts';
import { openers } from './openers.ts';
import { checkOwn } from './own.ts';
import { findToolchain, isInstalled } from './toolchain.ts';
import { CannotRun } from './types.ts';
import type { VeraPdf } from './vera-pdf.ts';

// The bundle runs in .built/.
const pom = join(import.meta.dirname, '..', 'pom.xml');

async function run(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, process.env);
  // A link in the path would give veraPDF's report another name than ours.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'biaoli-conformance-')));
  let keep = false;
  try {
    const place = { vera: findVeraPdf(asked, folder), folder, say: (text: string) => process.stdout.write(text) };
    sayMissing(asked);
    const good = asked.files.length > 0 ? await checkFiles(asked, place) : await checkOwn(asked, place);
    keep = !good && asked.files.length === 0;
    if (keep) process.stdout.write(`the PDFs are left in ${folder}\n`);
    return good ? 0 : 1;
  } finally {
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
}

/** veraPDF; null, and said so, where nothing to run it with is installed. */
function findVeraPdf({ required }: Asked, folder: string): VeraPdf | null {
  const tools = findToolchain(process.env);
  if (!('missing' in tools)) return { java: tools.java, classpath: classpathOf(tools, pom, folder) };
  if (required) throw new CannotRun(`veraPDF needs ${tools.missing}`);
  process.stdout.write(`skipped: veraPDF needs ${tools.missing}\n`);
  return null;
}

function sayMissing({ required }: Asked): void {
  for (const { name, command } of openers.filter(({ command }) => !isInstalled(command))) {
    if (required) throw new CannotRun(`${command} is not installed`);
    process.stdout.write(`skipped: ${name}: ${command} is not installed\n`);
  }
}

try {
  process.exitCode = await run(process.argv.slice(3));
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
