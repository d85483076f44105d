import { Composer, type ParsedNode, type YAMLParseError } from 'yaml';
import { type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { onePerLine, withoutFollowers } from './echoes.ts';
import { explainedBySlips } from './explained.ts';
import { keyLineSlips } from './key-line-slips.ts';
import { type Mended, mended } from './mends.ts';
import { type Scan, scan } from './scan.ts';
import { type Fault, isMendable, type Mendable } from './slip.ts';
import { syntaxFaults, unexplained } from './syntax.ts';
import { MOST_FAULTS } from './telling.ts';
import { growTree } from './tree.ts';
import type { Comment, Node } from './types.ts';

/** What was read of a file, and what is wrong with its YAML; there is no tree where nothing could be read. */
export type Reading = {
  readonly root: Node | null;
  readonly comments: readonly Comment[];
  readonly problems: readonly Diagnostic[];
};

/** A file as its author meant it, and the way from what is found there to what was typed. */
export type Meant = Pick<Mended, 'text' | 'asTyped'> & Pick<Reading, 'comments'> & { readonly root: Node };

/** How often a file is read again with slips mended: mending some may show others. */
const MOST_READINGS = 3;
/** No file that people write is longer, in characters; others are read once. */
const LONGEST_READ_AGAIN = 500_000;

/**
 * Reads any YAML with the library and tells all its faults: codes S001 to S007 and S009. What only follows from a slip
 * that can be mended is not told: the file is read again as it would be without the slip.
 */
export function readThoroughly(file: string, text: string): Reading & { readonly meant: Meant | null } {
  return readMending(file, text, text.length > LONGEST_READ_AGAIN ? 0 : MOST_READINGS);
}

function readMending(file: string, text: string, readings: number): ReturnType<typeof readThoroughly> {
  const { mendable, ...reading } = readOnce(file, text);
  const { root, comments } = reading;
  const told = mendable.map((slip) => slip.told);
  if (mendable.length === 0 || readings === 0) {
    const problems = [...reading.problems, ...told];
    const isSound = root !== null && problems.length === 0;
    return { ...reading, problems, meant: isSound ? { text, root, comments, asTyped: (fault) => fault } : null };
  }
  const mends = mendable.flatMap((slip) => slip.mends);
  const { text: sound, asTyped, isPutIn } = mended(text, mends);
  const { problems, meant } = readMending(file, sound, readings - 1);
  // What is said of a mended slip speaks of what nobody has typed.
  const mendedAt = new Set(told.map(({ at }) => at.start));
  const typed = problems.filter((fault) => !isPutIn(fault)).map(asTyped);
  const others = typed.filter(({ at }) => !mendedAt.has(at.start));
  const isSure = meant !== null && mendable.every((slip) => slip.isSure);
  return {
    ...reading,
    problems: [...told, ...others],
    meant: isSure ? { ...meant, asTyped: (fault) => asTyped(meant.asTyped(fault)) } : null,
  };
}

function readOnce(file: string, text: string): Reading & { readonly mendable: readonly Mendable[] } {
  const scanned = scan(file, text);
  const { comments } = scanned;
  const mendable = new Map<Diagnostic, Mendable>();
  const toldOf = (fault: Fault): Diagnostic => {
    if (isMendable(fault)) mendable.set(fault.told, fault);
    return fault.told;
  };
  const scannedFaults = [...scanned.problems, ...scanned.strays.map(toldOf)];
  const scene = { file, text, texts: scanned.texts };
  if (!scanned.complete) return { root: null, comments, ...explainedBySlips(scene, scannedFaults) };
  const composed = compose(scanned);
  if (composed === undefined) return { root: null, comments, problems: [empty(file), ...scannedFaults], mendable: [] };
  const errors = composed.errors.filter((error) => error.pos[0] < scanned.echoesFrom);
  const faults = withoutFollowers(text, errors)
    .slice(0, MOST_FAULTS)
    .flatMap((error) => syntaxFaults(file, text, error))
    .map(toldOf);
  const { root, problems } = growTree(file, text, composed.contents);
  const told = onePerLine(text, [...scannedFaults, ...faults], [...problems, ...loneText(root, text)].map(toldOf));
  const heard = told.length > 0 ? told : errors.slice(0, 1).map((error) => unexplained(file, text, error));
  const { problems: left, mendable: explained } = explainedBySlips(scene, heard);
  const others = left.filter((fault) => !mendable.has(fault));
  return {
    root,
    comments,
    problems: [...others, ...secondDocument(file, text.length, scanned)],
    mendable: [...explained, ...left.flatMap((fault) => mendable.get(fault) ?? [])],
  };
}

type Composed = { readonly contents: ParsedNode; readonly errors: readonly YAMLParseError[] };

/** Composes the first document; none where there are only comments. */
function compose(scanned: Scan): Composed | undefined {
  const second = documents(scanned)[1];
  const tokens = second === undefined ? scanned.tokens : scanned.tokens.slice(0, scanned.tokens.indexOf(second));
  // The library's own check for equal keys is quadratic; ours is not, and it knows the first place.
  const composer = new Composer({ schema: 'failsafe', strict: true, uniqueKeys: false, prettyErrors: false });
  for (const { contents, errors } of composer.compose(tokens)) {
    const typed = contents !== null && contents.range[0] < contents.range[1];
    return contents === null || (!typed && errors.length === 0) ? undefined : { contents, errors };
  }
  return undefined;
}

const documents = (scanned: Scan) => scanned.tokens.filter((token) => token.type === 'document');

function secondDocument(file: string, textLength: number, scanned: Scan): Diagnostic[] {
  const second = documents(scanned)[1];
  if (second === undefined) return [];
  return [
    diagnostic({
      code: 'S007',
      at: { file, start: second.offset, end: Math.min(second.offset + 3, textLength) },
      message: '一个文件里有几份内容（用“---”隔开）',
      advice: '每份另存一个文件；如果只是想画条线，改成注释“# ---”。',
    }),
  ];
}

const empty = (file: string): Diagnostic =>
  diagnostic({
    code: 'S001',
    at: { file, start: 0, end: 0 },
    message: '文件是空的，或者只有注释',
    advice: '一行一项写成“键: 值”，例如“年度: 2024”。',
  });

/** A file that is one text and no mapping: every line misses its colon. */
function loneText(root: Node, text: string): Fault[] {
  if (root.kind !== 'scalar') return [];
  const slips = keyLineSlips(root.span, text.slice(root.span.start, root.span.end));
  return slips.length > 0 ? slips : [{ told: noMapping(root.span) }];
}

const noMapping = (at: Span): Diagnostic =>
  diagnostic({
    code: 'S002',
    at,
    message: '整个文件只是一段文字，没有“键: 值”',
    advice: '一行一项写成“键: 值”，例如“年度: 2024”；引号只括值，不括整行。',
  });
