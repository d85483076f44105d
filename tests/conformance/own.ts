import type { PdfKind } from '../../src/base/index.ts';
import { type NamedDocument, randomDocuments, realDocuments } from '../parity/documents.ts';
import type { Asked } from './arguments.ts';
import { checkOpening, judgeBatches, type Place, tell } from './checks.ts';
import { type SeededPdf, seed } from './faults.ts';
import { demands, writeKind, writeUnknownCells } from './kinds.ts';
import { count } from './print.ts';
import { stage } from './stage.ts';
import { flavours, type NamedPdf, type StagedPdf, type Verdict } from './types.ts';
import type { VeraPdf } from './vera-pdf.ts';
import { isFailure, isFound } from './verdicts.ts';

/** What is made: the PDFs of each kind, and faulty copies of the first of them. */
type Made = {
  readonly kinds: ReadonlyMap<PdfKind, readonly NamedPdf[]>;
  readonly original: NamedPdf;
  readonly seeded: readonly SeededPdf[];
};

/** Checks what the program writes: the forms of data/ and random ones of every kind; whether all is well. */
export async function checkOwn({ count: most, seed: start }: Asked, place: Place): Promise<boolean> {
  const made = await make([...(await realDocuments()), ...randomDocuments(most, start)]);
  const good = [...made.kinds.values()].flat();
  const faulty = made.seeded.flatMap(({ pdf }) => (pdf === null ? [] : [pdf]));
  const staged = stage([...good, ...faulty], place.folder);
  const opens = await checkOpening(staged.slice(0, good.length), place);
  const conforms = place.vera === null || (await checkKinds(made, staged, { ...place, vera: place.vera }));
  return opens && conforms;
}

async function make(documents: readonly NamedDocument[]): Promise<Made> {
  const kinds = new Map<PdfKind, NamedPdf[]>();
  for (const kind of ['a3a', 'a2a', 'plain'] as const) {
    const pdfs: NamedPdf[] = [];
    for (const document of documents)
      pdfs.push({ name: `${document.name} ${kind}`, bytes: await writeKind(document, kind) });
    kinds.set(kind, pdfs);
  }
  const [original] = kinds.get('a3a') ?? [];
  const [first] = documents;
  if (original === undefined || first === undefined) throw new Error('no form in data/');
  const fault = 'a cell without a known type';
  const unknown = { fault, pdf: { name: `${original.name}, ${fault}`, bytes: await writeUnknownCells(first) } };
  return { kinds, original, seeded: [...seed(original), unknown] };
}

/** One process for each flavour, which gets what has to conform and, among it, what must not. */
async function checkKinds(
  made: Made,
  staged: readonly StagedPdf[],
  place: Place & { vera: VeraPdf },
): Promise<boolean> {
  const files = new Map(staged.map((file) => [file.name, file]));
  const namesOf = (kind: PdfKind) => (made.kinds.get(kind) ?? []).map(({ name }) => name);
  const plain = namesOf('plain').slice(0, 1);
  const faulty = made.seeded.flatMap(({ pdf }) => pdf?.name ?? []);
  const batches = flavours.map((by) => {
    const kinds = [...made.kinds.keys()].filter((kind) => demands[kind].includes(by));
    const own = kinds.flatMap(namesOf);
    const proofs = [...plain, ...(kinds.includes('a3a') ? faulty : [])];
    return { by, own: new Set(own), files: [...own, ...proofs].flatMap((name) => files.get(name) ?? []) };
  });
  const verdicts = await judgeBatches(place.vera, batches);
  const conforms = tell(
    verdicts.flatMap((found, number) => found.filter(({ name }) => batches[number]?.own.has(name))),
    place,
  );
  return checkProofs(made, verdicts.flat(), place) && conforms;
}

/** What veraPDF has to refuse: a plain PDF by each flavour, and every seeded fault by one; whether it does. */
function checkProofs({ kinds, original, seeded }: Made, verdicts: readonly Verdict[], { say }: Place): boolean {
  const on = (wanted: string) => verdicts.filter(({ name }) => name === wanted);
  const plain = on(kinds.get('plain')?.[0]?.name ?? '').filter((verdict) => !isFailure(verdict));
  for (const verdict of plain)
    say(`FAIL  ${verdict.name} is accepted as ${verdict.kind === 'judged' ? verdict.profile : ''}\n`);
  const missed = seeded.filter(({ pdf }) => pdf === null || !isFound(on(pdf.name), on(original.name)));
  for (const { fault, pdf } of missed)
    say(`FAIL  seeded fault «${fault}»: ${pdf === null ? 'there is no place for it' : 'veraPDF does not find it'}\n`);
  const good = plain.length + missed.length === 0;
  const found = seeded.length - missed.length;
  say(
    `${good ? 'ok  ' : 'FAIL'}  seeded faults: ${found} of ${seeded.length} found; plain PDF accepted by ${count(plain.length, 'profile')}\n`,
  );
  return good;
}
