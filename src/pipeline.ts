import {
  alongside,
  andThen,
  type Diagnostic,
  type Enclosure,
  type Outcome,
  settle,
  succeed,
  type World,
} from './base/index.ts';
import type { Blueprint, Shelf } from './blueprint/index.ts';
import { encloseRecord } from './enclose.ts';
import { type Fitted, fitToPages } from './fit.ts';
import { type ColumnWish, expandForm, type FormDocument, lostValues, type Template } from './form/index.ts';
import { buildGrids } from './grid/index.ts';
import { layoutDocument, type PagedDocument } from './layout/index.ts';
import {
  type FoundWidths,
  type MeasuredDocument,
  measureDocument,
  oncePerColumn,
  type Setup,
  settleColumns,
} from './measure/index.ts';
import { acceptOthers, type CheckedRecord, checkRecord, readRecord, readRest } from './record/index.ts';
import { parseMeant, parseSource, type SourceFile } from './source/index.ts';
import { tagDocument } from './tags/index.ts';
import type { FontSet } from './text/index.ts';
import { typedPlaces } from './typed-place.ts';
import type { Format, Wishes } from './wishes.ts';

/** A document after all decisions: nothing can go wrong any more when it is written. */
export type SetDocument = {
  readonly record: CheckedRecord;
  readonly measured: MeasuredDocument;
  readonly paged: PagedDocument;
  /** The column widths chosen for bands that leave them open. */
  readonly columns: readonly FoundWidths[];
  /** How it was made to fit a number of pages. */
  readonly fitted: Fitted;
};

/** A checked record, its filled-in form and its YAML. */
export type Filled = {
  readonly record: CheckedRecord;
  readonly form: FormDocument<ColumnWish>;
  readonly text: string;
};

/** What all records of a press share. */
export type Shop = {
  readonly world: World;
  readonly shelf: Shelf;
  readonly fonts: FontSet;
  readonly templateOf: (blueprint: Blueprint) => Outcome<Template>;
  readonly wishes: Wishes;
};

/** From the YAML to finished pages, stage by stage. */
export async function setRecord(file: string, shop: Shop): Promise<Outcome<SetDocument>> {
  const { filled, found } = await fillRecord(file, shop);
  const set = alongside(
    found,
    andThen(filled, ({ record, form }) => setForm(form, record, shop)),
  );
  if (!filled.ok) return set;
  const { record } = filled.value;
  return set.ok
    ? succeed(set.value, oncePerColumn(acceptOthers(record, set.warnings, true)))
    : settle(undefined as never, oncePerColumn(acceptOthers(record, set.problems, false)));
}

/** A record with its form filled in, and what was found on the way; what rules call an error does not hinder that. */
type FilledWithFindings = { readonly filled: Outcome<Filled>; readonly found: readonly Diagnostic[] };

/** From the YAML to a filled-in form. */
export async function fillRecord(file: string, shop: Shop): Promise<FilledWithFindings> {
  const typed = shop.world.readText(file);
  if (!typed.ok) return { filled: typed, found: [] };
  const parsed = parseSource(file, typed.value);
  if (!parsed.ok) return { filled: parsed, found: await meantFindings(typed.value, parsed.problems, shop) };
  const { filled, found } = await fillSource(parsed.value, shop);
  return { filled, found: [...parsed.warnings, ...found] };
}

async function fillSource(source: SourceFile, shop: Shop): Promise<FilledWithFindings> {
  const read = readRecord(source, shop.shelf);
  if (!read.ok) return { filled: read, found: await restFindings(source, shop) };
  const found = await checkRecord(read.value, shop.shelf.commons);
  return { filled: fillIn(read.value, shop), found: [...read.warnings, ...found] };
}

/** What is found in a file that slips make unreadable, and would be found without them; nothing on the lines where they are told. */
async function meantFindings(typed: string, slips: readonly Diagnostic[], shop: Shop): Promise<readonly Diagnostic[]> {
  const [{ at }] = slips as readonly [Diagnostic];
  const meant = parseMeant(at.file, typed);
  if (meant === null) return [];
  const { source, asTyped } = meant;
  const readText: World['readText'] = (file) =>
    file === source.file ? succeed(source.text) : shop.world.readText(file);
  const asMeant: Shop = { ...shop, world: { ...shop.world, readText } };
  const { filled, found } = await fillSource(source, asMeant);
  const others = filled.ok ? unprintable(filled.value, asMeant) : filled.problems;
  const lineOf = (fault: Diagnostic): number => typed.lastIndexOf('\n', fault.at.start - 1);
  const slipped = new Set(slips.map(lineOf));
  return [...found, ...others].map(asTyped).filter((one) => one.code !== 'C004' && !slipped.has(lineOf(one)));
}

/** What is found in a record of which some values cannot be used, and would be found if they could. */
async function restFindings(source: SourceFile, shop: Shop): Promise<readonly Diagnostic[]> {
  const rest = readRest(source, shop.shelf);
  if (rest === null) return [];
  const { record, isSure } = rest;
  const filled = fillIn(record, shop);
  const others = filled.ok ? unprintable(filled.value, shop) : [];
  return [...(await checkRecord(record, shop.shelf.commons)), ...others].filter(isSure);
}

/** Characters that no font has. Where lines and pages end depends on what is unknown; whether a font has a character does not. */
function unprintable({ record, form }: Filled, shop: Shop): readonly Diagnostic[] {
  const set = setForm(form, record, shop);
  return set.ok ? [] : set.problems.filter(({ code }) => code === 'T001');
}

export const fillIn = (record: CheckedRecord, { templateOf }: Shop): Outcome<Filled> =>
  andThen(templateOf(record.blueprint), (template) =>
    andThen(expandForm(record, template), (form) =>
      succeed({ record, form, text: record.text }, lostValues(record.root, template.unprinted)),
    ),
  );

/** Sets a filled-in form in its own sizes, or in smaller ones where a number of pages is asked for. */
export function setForm(
  form: FormDocument<ColumnWish>,
  record: CheckedRecord,
  { world, shelf, fonts, wishes }: Shop,
): Outcome<SetDocument> {
  const { styles, table, paragraph, fit } = record.blueprint;
  const { labelWords } = shelf.commons;
  const setup: Setup = { styles, table, paragraph, fonts, labelWords, typedAt: typedPlaces(world) };
  const set = (tried: Setup) =>
    andThen(settleColumns(form, tried), ({ form: settled, found }) =>
      andThen(buildGrids(settled), (grids) =>
        andThen(measureDocument(grids, tried), (measured) =>
          andThen(layoutDocument(measured, fonts), (paged) => succeed({ record, measured, paged, columns: found })),
        ),
      ),
    );
  const wish = wishes.fit ?? record.layout.fit?.pages ?? fit;
  if (wish === null) return andThen(set(setup), (document) => succeed({ ...document, fitted: null }));
  const at = wishes.fit === null ? (record.layout.fit?.at ?? record.at) : record.at;
  return andThen(fitToPages({ pages: wish, at }, setup, set), ({ document, fitted }) =>
    succeed({ ...document, fitted }),
  );
}

export const enclose = ({ record, measured }: SetDocument, { world, wishes: { fit } }: Shop): Enclosure =>
  encloseRecord(record, measured, { isMarked: world.isMarked(record.file), fit });

export async function write(
  format: Format,
  { measured, paged, enclosure }: SetDocument & { readonly enclosure: Enclosure | null },
  { shelf, wishes }: Shop,
): Promise<Uint8Array> {
  if (format === 'pdf') {
    const { writePdf } = await import('./write/page/pdf/index.ts');
    const { pdf: kind, small } = wishes;
    if (kind === 'plain') return writePdf(paged, { tagged: null, enclosure, small });
    // PDF/A-2 carries nothing but PDF/A (ISO 19005-2, 6.8).
    return writePdf(paged, {
      tagged: { kind, tree: tagDocument(measured) },
      enclosure: kind === 'a3a' ? enclosure : null,
      small,
    });
  }
  const { writeDocx } = await import('./write/flow/docx/index.ts');
  return writeDocx({ ...measured, enclosure }, paged, shelf.commons.faces);
}
