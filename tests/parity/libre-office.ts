import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The command of an installed LibreOffice, or null. */
export function findLibreOffice(): string | null {
  const commands = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  return commands.find((command) => spawnSync(command, ['--version'], { timeout: 60_000 }).status === 0) ?? null;
}

/** So many documents at once: one start serves them all, and a hang costs no more than these. */
const BATCH = 40;

/** Turns the DOCX files of a folder to PDF; gives the PDF of each by its name without ending. */
export function convertFolder(command: string, folder: string, fontSettings: string): ReadonlyMap<string, Uint8Array> {
  const out = join(folder, 'pdf');
  mkdirSync(out, { recursive: true });
  const files = readdirSync(folder).filter((name) => name.endsWith('.docx'));
  for (let i = 0; i < files.length; i += BATCH) {
    const batch = files.slice(i, i + BATCH).map((name) => join(folder, name));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(command, [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...batch], {
      env: { ...process.env, FONTCONFIG_FILE: fontSettings },
      stdio: 'ignore',
      timeout: 600_000,
    });
  }
  return new Map(readdirSync(out).map((name) => [name.replace(/\.pdf$/, ''), readFileSync(join(out, name))]));
}
