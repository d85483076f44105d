// Writes every page and schema that is made from the program itself; tests see to it that they are fresh.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeWorld } from '../../src/cli/disk/world.ts';
import { openPress } from '../../src/press.ts';
import { codeFiles, runPages } from './codes.ts';
import { fieldsPage } from './fields.ts';
import { schemaFiles } from './schemas.ts';

// The bundle runs in .built/.
const root = join(import.meta.dirname, '..', '..', '..');
process.chdir(root);
const press = openPress(nodeWorld(), { templates: ['templates'], fonts: ['fonts'] });
if (!press.ok) throw new Error(press.problems.map(({ at, message }) => `${at.file}:${at.start} ${message}`).join('\n'));
const { shelf } = press.value;

const files = new Map([...schemaFiles(shelf), ['docs/fields.md', fieldsPage(shelf)], ...codeFiles(await runPages())]);
for (const [file, text] of files) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  process.stdout.write(`${file}\n`);
}
