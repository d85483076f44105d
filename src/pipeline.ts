import { andThen, type Outcome, succeed, type World } from './base/index.ts';
import { type Blueprint, openShelf, type Shelf } from './blueprint/index.ts';
import { expandForm, loadTemplate, type Template } from './form/index.ts';
import { buildGrids } from './grid/index.ts';
import { layoutDocument, type PagedDocument } from './layout/index.ts';
import { type MeasuredDocument, measureDocument } from './measure/index.ts';
import { readRecord } from './record/index.ts';
import { parseSource } from './source/index.ts';
import { type FontSet, openFonts } from './text/index.ts';

/** Where an installation keeps its forms (nearest folder first) and its fonts. */
export type Places = { readonly templates: readonly string[]; readonly fonts: string };

/** A document after all decisions: nothing can go wrong any more when it is written. */
export type SetDocument = { readonly measured: MeasuredDocument; readonly paged: PagedDocument };

export type Format = 'pdf' | 'docx';

/** A printing press: forms, templates and fonts are read once, then it sets any number of records. */
export type Press = {
  readonly shelf: Shelf;
  /** Everything that can be found wrong with a record, without writing anything. */
  readonly check: (file: string) => Outcome<SetDocument>;
  /** Sets a record once and writes it in every format asked for. */
  readonly render: (file: string, formats: readonly Format[]) => Promise<Outcome<Rendered>>;
};

export type Rendered = { readonly pages: number; readonly files: ReadonlyMap<Format, Uint8Array> };

export function openPress(world: World, places: Places): Outcome<Press> {
  return andThen(openShelf(world, places.templates, places.fonts), (shelf) => {
    const fonts = openFonts(world, shelf.commons.faces);
    const templates = new Map<Blueprint, Outcome<Template>>();
    const templateOf = (blueprint: Blueprint): Outcome<Template> => {
      const known = templates.get(blueprint) ?? loadTemplate(world, blueprint, shelf.partialFolders);
      templates.set(blueprint, known);
      return known;
    };
    const check = (file: string) => setRecord(file, { world, shelf, fonts, templateOf });
    const render: Press['render'] = async (file, formats) => {
      const set = check(file);
      if (!set.ok) return set;
      const { measured, paged } = set.value;
      const files = new Map<Format, Uint8Array>();
      for (const format of formats) {
        files.set(format, await write(format, { measured, paged }, shelf));
      }
      return succeed({ pages: paged.pages.length, files }, set.warnings);
    };
    return succeed({ shelf, check, render });
  });
}

type Shop = {
  readonly world: World;
  readonly shelf: Shelf;
  readonly fonts: FontSet;
  readonly templateOf: (blueprint: Blueprint) => Outcome<Template>;
};

/** From the YAML to finished pages, stage by stage. */
function setRecord(file: string, { world, shelf, fonts, templateOf }: Shop): Outcome<SetDocument> {
  return andThen(world.readText(file), (text) =>
    andThen(parseSource(file, text), (source) =>
      andThen(readRecord(source, shelf), (record) =>
        andThen(templateOf(record.blueprint), (template) =>
          andThen(expandForm(record, template), (form) =>
            andThen(buildGrids(form), (grids) => {
              const { styles, table, paragraph } = record.blueprint;
              return andThen(
                measureDocument(grids, { styles, table, paragraph, fonts, labelWords: shelf.commons.labelWords }),
                (measured) => andThen(layoutDocument(measured, fonts), (paged) => succeed({ measured, paged })),
              );
            }),
          ),
        ),
      ),
    ),
  );
}

async function write(format: Format, { measured, paged }: SetDocument, shelf: Shelf): Promise<Uint8Array> {
  if (format === 'pdf') {
    const { writePdf } = await import('./write/page/pdf/index.ts');
    return writePdf(paged);
  }
  const { writeDocx } = await import('./write/flow/docx/index.ts');
  return writeDocx(measured, shelf.commons.faces);
}
