import { alongside, andThen, fail, type Outcome, remembered, settle, succeed, type World } from './base/index.ts';
import { type Binder, openBinder } from './bind.ts';
import { type Blueprint, openShelf, type Shelf, words } from './blueprint/index.ts';
import { type ColumnWish, expandForm, type FormDocument, loadTemplate } from './form/index.ts';
import {
  enclose,
  type Filled,
  fillIn,
  fillRecord,
  type SetDocument,
  type Shop,
  setForm,
  setRecord,
  write,
} from './pipeline.ts';
import { proofForm } from './proof.ts';
import { type CheckedRecord, type Content, composeRecord, readRecord } from './record/index.ts';
import { parseSource, type SourceFile } from './source/index.ts';
import { fontFault, inspectFonts } from './text/face/index.ts';
import { type FontSet, openFonts } from './text/index.ts';
import { type Format, noWishes, type Wishes } from './wishes.ts';

/** Where forms and fonts are, folders of users first and the installation's own last. */
export type Places = { readonly templates: readonly string[]; readonly fonts: readonly string[] };

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
  /** Sets a form in the styles of its record, within the number of pages asked for, of the press where `fit` is left out. */
  readonly set: (filled: Pick<Filled, 'record' | 'form'>, fit?: number | null) => Outcome<SetDocument>;
  /** Sets a form of the program's own, such as the contents of a volume, filled with what the program says. */
  readonly compose: (name: string, content: { readonly [name: string]: Content }) => Outcome<SetDocument>;
  /** A text of the program's own, such as the name of a file, with □ for what no font of its forms has. */
  readonly printable: (text: string) => string;
  /** Writes a document that is set, without the YAML of its record; throws as a binder does. */
  readonly write: (format: Format, set: SetDocument) => Promise<Uint8Array>;
  /** Binds documents that are set in one PDF; writing it throws where a user's font turns out to be broken. */
  readonly openBinder: () => Promise<Binder>;
  /** What work that writes gives back; B009 where a user's font turns out to be broken. */
  readonly withFonts: <T>(work: () => Promise<Outcome<T>>) => Promise<Outcome<T>>;
  /** Everything that can be found wrong with a form itself, tried with records that hold nothing and everything. */
  readonly proof: (blueprint: Blueprint) => Outcome<null>;
  /** A press that reads forms and templates anew, through a world laid over this one's; the fonts stay open. */
  readonly reopen: (over: (world: World) => World) => Outcome<Press>;
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
    const reopen: Press['reopen'] = (over) => openPress(over(world), places, wishes, fonts);
    const templateOf = remembered((form: Blueprint) => loadTemplate(world, form, shelf.partialFolders));
    return succeed({ ...pressOf({ world, shelf, fonts, templateOf, wishes }), reopen });
  });
}

function pressOf(shop: Shop): Omit<Press, 'reopen'> {
  const { shelf, fonts, templateOf, wishes } = shop;
  const broken = (error: unknown): Outcome<never> => {
    const fault = fontFault(error, shelf.addedFonts);
    if (fault === null) throw error;
    return fail(fault);
  };
  const withFonts: Press['withFonts'] = async (work) => {
    try {
      return await work();
    } catch (error) {
      return broken(error);
    }
  };
  const set: Press['set'] = ({ record, form }, fit = wishes.fit) => {
    try {
      return setForm(form, record, { ...shop, wishes: { ...wishes, fit } });
    } catch (error) {
      return broken(error);
    }
  };
  const expand: Press['expand'] = (record) =>
    andThen(templateOf(record.blueprint), (template) => expandForm(record, template));
  return {
    shelf,
    check: (file) => withFonts(() => setRecord(file, shop)),
    render: (file, formats) => withFonts(() => renderRecord(file, formats, shop)),
    fill: (file) =>
      withFonts(async () => {
        const { filled, found } = await fillRecord(file, shop);
        return alongside(found, filled);
      }),
    open: (file, text, edition) => openRecord(file, text, edition, shop),
    expand,
    set,
    compose: (name, content) =>
      andThen(shelf.shared(name), (blueprint) => {
        const record = composeRecord(blueprint, content);
        return andThen(expand(record), (form) => set({ record, form }));
      }),
    printable: (text) => printableIn(text, shelf, fonts),
    write: (format, document) => write(format, { ...document, enclosure: null }, shop),
    openBinder: () => openBinder(fonts, wishes.pdf),
    withFonts,
    proof: (blueprint) => proofForm(blueprint, { templateOf, set }),
  };
}

async function renderRecord(file: string, formats: readonly Format[], shop: Shop): Promise<Outcome<Rendered>> {
  const set = await setRecord(file, shop);
  if (!set.ok) return set;
  const files = new Map<Format, Uint8Array>();
  const enclosure = shop.wishes.source ? enclose(set.value, shop) : null;
  for (const format of formats) files.set(format, await write(format, { ...set.value, enclosure }, shop));
  return succeed({ pages: set.value.paged.pages.length, files, set: set.value }, set.warnings);
}

function openRecord(file: string, text: string, edition: Blueprint | undefined, shop: Shop): Outcome<Opened> {
  const shelf = edition ? { ...shop.shelf, find: () => succeed(edition) } : shop.shelf;
  return andThen(parseSource(file, text), (source) =>
    andThen(readRecord(source, shelf), (record) =>
      andThen(fillIn(record, shop), (filled) => succeed({ ...filled, source })),
    ),
  );
}

/** A text with □ for each character that not every font of the contents has. */
function printableIn(text: string, shelf: Shelf, fonts: FontSet): string {
  const form = shelf.shared(words.shared.contents);
  if (!form.ok) return text;
  const faces = new Set(Object.values(form.value.styles).map(({ face }) => face));
  try {
    const found = [...faces].map(fonts.face);
    const has = (character: string): boolean =>
      found.every((resolve) => resolve(character.codePointAt(0) ?? 0) !== null);
    return [...text].map((character) => (has(character) ? character : '□')).join('');
  } catch {
    // A font that cannot be read is told where something is set in it.
    return text;
  }
}
