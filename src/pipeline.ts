import {
  andThen,
  type Enclosure,
  fail,
  type Outcome,
  type PdfKind,
  settle,
  succeed,
  type World,
} from './base/index.ts';
import { type Binder, openBinder } from './bind.ts';
import { type Blueprint, openShelf, type Shelf } from './blueprint/index.ts';
import { encloseRecord } from './enclose.ts';
import { type Fitted, fitToPages } from './fit.ts';
import {
  type ColumnWish,
  expandForm,
  type FormDocument,
  loadTemplate,
  lostValues,
  type Template,
} from './form/index.ts';
import { buildGrids } from './grid/index.ts';
import { layoutDocument, type PagedDocument } from './layout/index.ts';
import {
  type FoundWidths,
  type MeasuredDocument,
  measureDocument,
  type Setup,
  settleColumns,
} from './measure/index.ts';
import { proofForm } from './proof.ts';
import {
  acceptWarnings,
  type CheckedRecord,
  type Content,
  checkRecord,
  checkRest,
  composeRecord,
  readRecord,
} from './record/index.ts';
import { parseSource, type SourceFile } from './source/index.ts';
import { tagDocument } from './tags/index.ts';
import { fontFault, inspectFonts } from './text/face/index.ts';
import { type FontSet, openFonts } from './text/index.ts';
import { typedPlaces } from './typed-place.ts';

/** Where forms and fonts are, folders of users first and the installation's own last. */
export type Places = { readonly templates: readonly string[]; readonly fonts: readonly string[] };

/** What is asked for on the command line, whatever forms and records say. */
export type Wishes = {
  /** At most so many pages. */
  readonly fit: number | null;
  readonly pdf: PdfKind;
  /** Whether a document carries the YAML of its record. */
  readonly source: boolean;
  /** Whether a PDF is to be as small as it can, which takes longer. */
  readonly small: boolean;
};

/** What is asked for where nobody says anything. */
export const noWishes: Wishes = { fit: null, pdf: 'a3a', source: true, small: false };

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

export type Format = 'pdf' | 'docx';

/** A printing press: forms, templates and fonts are read once, then it sets any number of records. */
export type Press = {
  readonly shelf: Shelf;
  /** Everything that can be found wrong with a record, without writing anything. */
  readonly check: (file: string) => Promise<Outcome<SetDocument>>;
  /** Sets a record once and writes it in every format asked for, with its YAML inside where that is wished. */
  readonly render: (file: string, formats: readonly Format[]) => Promise<Outcome<Rendered>>;
  /** Reads and checks a record and fills in its form, without setting it. */
  readonly fill: (file: string) => Promise<Outcome<Filled>>;
  /**
   * A record from its YAML with its form filled in; the rules across its fields are not looked at. With an edition it is
   * filled in in that one, which must be on the shelf, and not in the latest that serves it.
   */
  readonly open: (file: string, text: string, edition?: Blueprint) => Outcome<Opened>;
  /** The form of a record that is no file, filled in. */
  readonly expand: (record: CheckedRecord) => Outcome<FormDocument<ColumnWish>>;
  /** Sets a form in the styles of its record, within the number of pages asked for. */
  readonly set: (filled: Pick<Filled, 'record' | 'form'>) => Outcome<SetDocument>;
  /** Sets a form of the program's own, such as the contents of a volume, filled with what the program says. */
  readonly compose: (name: string, content: { readonly [name: string]: Content }) => Outcome<SetDocument>;
  /** Writes a document that is set, without the YAML of its record. */
  readonly write: (format: Format, set: SetDocument) => Promise<Uint8Array>;
  /** Binds documents that are set in one PDF. */
  readonly openBinder: () => Promise<Binder>;
  /** Everything that can be found wrong with a form itself, tried with records that hold nothing and everything. */
  readonly proof: (blueprint: Blueprint) => Outcome<null>;
  /** A press that reads forms and templates anew, through a world laid over this one's; the fonts stay open. */
  readonly reopen: (over: (world: World) => World) => Outcome<Press>;
};

/** A checked record, its filled-in form and its YAML. */
export type Filled = {
  readonly record: CheckedRecord;
  readonly form: FormDocument<ColumnWish>;
  readonly text: string;
};

/** A filled-in record with the tree of its YAML. */
export type Opened = Filled & { readonly source: SourceFile };

export type Rendered = {
  readonly pages: number;
  readonly files: ReadonlyMap<Format, Uint8Array>;
  /** What was written, for those who ask how it was set. */
  readonly set: SetDocument;
};

/** Opens forms and fonts; `kept` are fonts that are open already. Fails where what all forms share cannot be read. */
export function openPress(
  world: World,
  places: Places,
  wishes: Wishes = noWishes,
  kept: FontSet | null = null,
): Outcome<Press> {
  const opened = andThen(openShelf(world, places.templates, places.fonts), (shelf) =>
    settle(shelf, inspectFonts(world, shelf.addedFonts)),
  );
  return andThen(opened, (shelf) => {
    const fonts = kept ?? openFonts(world, shelf.commons.faces);
    const templates = new Map<Blueprint, Outcome<Template>>();
    const templateOf = (blueprint: Blueprint): Outcome<Template> => {
      const known = templates.get(blueprint) ?? loadTemplate(world, blueprint, shelf.partialFolders);
      templates.set(blueprint, known);
      return known;
    };
    const broken = (error: unknown): Outcome<never> => {
      const fault = fontFault(error, shelf.addedFonts);
      if (fault === null) throw error;
      return fail(fault);
    };
    const shop: Shop = { world, shelf, fonts, templateOf, wishes };
    const check: Press['check'] = async (file) => {
      try {
        return await setRecord(file, shop);
      } catch (error) {
        return broken(error);
      }
    };
    const render: Press['render'] = async (file, formats) => {
      const set = await check(file);
      if (!set.ok) return set;
      const files = new Map<Format, Uint8Array>();
      try {
        const enclosure = wishes.source ? enclose(set.value, world) : null;
        for (const format of formats) files.set(format, await write(format, { ...set.value, enclosure }, shop));
      } catch (error) {
        return broken(error);
      }
      return succeed({ pages: set.value.paged.pages.length, files, set: set.value }, set.warnings);
    };
    const fill: Press['fill'] = (file) => fillRecord(file, shop);
    const open: Press['open'] = (file, text, edition) =>
      andThen(parseSource(file, text), (source) =>
        andThen(readRecord(source, edition ? { ...shelf, find: () => succeed(edition) } : shelf), (record) =>
          andThen(fillIn(record, text, shop), (filled) => succeed({ ...filled, source })),
        ),
      );
    const expand: Press['expand'] = (record) =>
      andThen(templateOf(record.blueprint), (template) => expandForm(record, template));
    const set: Press['set'] = ({ record, form }) => {
      try {
        return setForm(form, record, shop);
      } catch (error) {
        return broken(error);
      }
    };
    const compose: Press['compose'] = (name, content) =>
      andThen(shelf.shared(name), (blueprint) => {
        const record = composeRecord(blueprint, content);
        return andThen(templateOf(blueprint), (template) =>
          andThen(expandForm(record, template), (form) => set({ record, form })),
        );
      });
    const proof: Press['proof'] = (blueprint) => proofForm(blueprint, { templateOf, set });
    const reopen: Press['reopen'] = (over) => openPress(over(world), places, wishes, fonts);
    return succeed({
      shelf,
      check,
      render,
      fill,
      open,
      expand,
      set,
      compose,
      write: (format, document) => write(format, { ...document, enclosure: null }, shop),
      openBinder: () => openBinder(fonts, wishes.pdf),
      proof,
      reopen,
    });
  });
}

type Shop = {
  readonly world: World;
  readonly shelf: Shelf;
  readonly fonts: FontSet;
  readonly templateOf: (blueprint: Blueprint) => Outcome<Template>;
  readonly wishes: Wishes;
};

/** From the YAML to finished pages, stage by stage. */
async function setRecord(file: string, shop: Shop): Promise<Outcome<SetDocument>> {
  const filled = await fillRecord(file, shop);
  const set = andThen(filled, ({ record, form }) => setForm(form, record, shop));
  return filled.ok && set.ok ? succeed(set.value, acceptWarnings(filled.value.record, set.warnings)) : set;
}

/** From the YAML to a filled-in form. */
async function fillRecord(file: string, shop: Shop): Promise<Outcome<Filled>> {
  const { world, shelf } = shop;
  const typed = world.readText(file);
  if (!typed.ok) return typed;
  const { value: text } = typed;
  const parsed = parseSource(file, text);
  const read = andThen(parsed, (source) => readRecord(source, shelf));
  if (!parsed.ok) return parsed;
  if (!read.ok) return settle(undefined as never, [...read.problems, ...(await checkRest(parsed.value, shelf))]);
  const found = await checkRecord(read.value, shelf.commons);
  return andThen(read, (record) => andThen(settle(record, found), () => fillIn(record, text, shop)));
}

const fillIn = (record: CheckedRecord, text: string, { templateOf }: Shop): Outcome<Filled> =>
  andThen(templateOf(record.blueprint), (template) =>
    andThen(expandForm(record, template), (form) =>
      succeed({ record, form, text }, lostValues(record.root, template.unprinted)),
    ),
  );

/** Sets a filled-in form in its own sizes, or in smaller ones where a number of pages is asked for. */
function setForm(
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

const enclose = ({ record, measured }: SetDocument, world: World): Enclosure =>
  encloseRecord(record, measured, world.isMarked(record.file));

async function write(
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
