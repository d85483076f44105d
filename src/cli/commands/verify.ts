import { andThen, type Outcome, succeed, type World } from '../../base/index.ts';
import { decodeText } from '../disk/decode.ts';
import { readDocument } from '../disk/document.ts';
import { nodeWorld, withTexts } from '../disk/world.ts';
import { enclosedIn } from '../enclosed.ts';
import { type ExitCode, exit, type Terminal } from '../process/terminal.ts';
import { openReporter } from '../report/reporter.ts';
import { type Exhibit, type Proof, prove } from '../verify/prove.ts';
import { openWorkshop, type WorkshopOptions } from '../workshop.ts';

export type VerifyOptions = Pick<WorkshopOptions, 'templates' | 'fonts'>;

/** `biaoli verify`: whether a PDF or DOCX prints what the YAML inside it says, cell by cell. */
export async function verify(file: string, options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const exhibit = await exhibitOf(file);
  const proof = exhibit.ok ? await proofOf(exhibit.value, options, terminal) : exhibit;
  const reporter = openReporter(terminal, exhibit.ok ? worldWith(exhibit.value) : nodeWorld());
  reporter.report(proof.ok ? [...proof.warnings, ...proof.value.findings] : proof.problems);
  reporter.finish();
  if (!proof.ok) terminal.err(`没有核对成：${file}\n`);
  else if (proof.value.findings.length > 0) terminal.err(`对不上：${file}\n`);
  else terminal.out(proof.value.told);
  return proof.ok && proof.value.findings.length === 0 ? exit.fine : exit.faulty;
}

async function exhibitOf(file: string): Promise<Outcome<Exhibit>> {
  const bytes = readDocument(file);
  if (!bytes.ok) return bytes;
  return andThen(await enclosedIn(bytes.value, file), (opened) => {
    const inside = `${file}:${opened.facts.source.name}`;
    return andThen(decodeText(inside, opened.source), (text) =>
      succeed({ file, bytes: bytes.value, opened, inside, text }),
    );
  });
}

async function proofOf(exhibit: Exhibit, options: VerifyOptions, terminal: Terminal): Promise<Outcome<Proof>> {
  const { press } = await openWorkshop(terminal, options, worldWith(exhibit));
  return press.ok ? prove(exhibit, press.value) : press;
}

/** The disk, and on it the YAML that is inside the document. */
const worldWith = ({ inside, text }: Exhibit): World => withTexts(nodeWorld(), new Map([[inside, succeed(text)]]));
