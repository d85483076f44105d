import { differencesOf, printOf } from '../../agree/index.ts';
import { andThen, type Diagnostic, type Outcome, succeed } from '../../base/index.ts';
import { digestOfPrint, type Opened } from '../../enclose.ts';
import type { Press } from '../../press.ts';
import { editionOf } from './edition.ts';
import { differenceFindings } from './findings.ts';
import { printedIn } from './printed.ts';
import { provedText } from './told.ts';
import { verdict } from './verdict.ts';

/** A document, and what it carries. */
export type Exhibit = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly opened: Opened;
  /** How its YAML is called where a fault in it is told, and its text. */
  readonly inside: string;
  readonly text: string;
};

export type Proof = {
  /** What does not agree; nothing where all does. */
  readonly findings: readonly Diagnostic[];
  readonly told: string;
};

/** Compares what a document prints with what its YAML makes, and both with the digests that were noted. */
export async function prove({ file, bytes, opened, inside, text }: Exhibit, press: Press): Promise<Outcome<Proof>> {
  const { facts, source, isIntact } = opened;
  const made = andThen(editionOf(press.shelf, facts, file), (edition) =>
    andThen(press.open(inside, text, edition), (filled) => press.set(filled, facts.fit)),
  );
  if (!made.ok) return made;
  const { measured } = made.value;
  return andThen(await printedIn(bytes, file, made.value), ({ readings, findings: others }) => {
    const expected = printOf(measured);
    const found = readings.map(({ print, exact }) => differencesOf(expected, print, { exact }));
    const [{ print }] = readings;
    const against = verdict(file, {
      source: isIntact,
      print: readings.every((reading) => digestOfPrint(reading.print) === facts.print.sha256),
      made: digestOfPrint(expected) === facts.print.sha256,
      same: found.every((differences) => differences.length === 0),
    });
    const findings = [
      ...found.flatMap((differences) => differenceFindings(differences, { file, measured })),
      ...others,
      ...(against === null ? [] : [against]),
    ];
    return succeed({ findings, told: provedText(file, { facts, bytes: source.length, print }) });
  });
}
