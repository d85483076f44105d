import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { readReport } from './report.ts';
import { CannotRun, flavours, type StagedPdf, type Verdict, type Yardstick } from './types.ts';

/** veraPDF, ready to start. */
export type VeraPdf = { readonly java: string; readonly classpath: string };

/** A flavour that nobody declares shows that a file declares none. */
const UNDECLARED = { flavour: 'wt1r', profile: 'WTPDF' };

/** The verdicts on files, all in one process: it takes seconds to start. */
export async function judge(vera: VeraPdf, files: readonly StagedPdf[], by: Yardstick): Promise<Verdict[]> {
  if (files.length === 0) return [];
  if (by !== 'declared') return ask(vera, files, ['--flavour', by]);
  const verdicts = await ask(vera, files, ['--flavour', '0', '--defaultflavour', UNDECLARED.flavour]);
  const declaring = verdicts.filter((verdict) => verdict.kind !== 'judged' || verdict.profile !== UNDECLARED.profile);
  const named = new Set(declaring.map(({ name }) => name));
  const others = files.filter(({ name }) => !named.has(name));
  for (const flavour of flavours) declaring.push(...(await judge(vera, others, flavour)));
  return declaring;
}

async function ask(
  { java, classpath }: VeraPdf,
  files: readonly StagedPdf[],
  options: readonly string[],
): Promise<Verdict[]> {
  const settings = [
    // The second compiler costs more than it saves: 40 files took 13 s of work without it, 23 s with it.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Dfile.encoding=UTF-8',
    '-Dsun.stdout.encoding=UTF-8',
    '-Djava.awt.headless=true',
  ];
  const command = ['-cp', classpath, 'org.verapdf.apps.GreenfieldCliWrapper', '--format', 'json'];
  const shown = ['--maxfailuresdisplayed', '1', '--loglevel', '1', '--nonpdfext'];
  const paths = files.map(({ path }) => path);
  const child = spawn(java, [...settings, ...command, ...shown, ...options, ...paths], { timeout: 1_200_000 });
  const ended = new Promise<string>((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (_, signal) => resolve(signal === null ? '' : `ended by ${signal}`));
  });
  const [out, said, fault] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  // veraPDF ends with 0 or 1 for its verdicts, with others for files it cannot read: only its report says all.
  if (fault !== '' || !out.startsWith('{'))
    throw new CannotRun(`veraPDF makes no report: ${(fault || said || out).trim().slice(0, 2000)}`);
  return readReport(out, files);
}
