import Handlebars from 'handlebars';
import { type Diagnostic, fail, type Outcome, type Span, settle, type World } from '../../base/index.ts';
import { type Blueprint, words } from '../../blueprint/index.ts';
import { scan } from '../markup/scan.ts';
import { GIVEN, Printed, type Runs, type ViewGroup } from '../view.ts';
import { checkTemplate } from './check.ts';
import { type ParsedTemplate, parseTemplate } from './parse.ts';
import { shapeOf } from './shape.ts';

/** A form's template, checked and compiled once per process. */
export type Template = {
  /** Markup with placeholders; each start tag carries `at`, an index into {@link Template.places}. */
  readonly expand: (view: ViewGroup, runs: Runs) => string;
  readonly places: readonly Span[];
};

const SUFFIX = '.hbs';

/** Loads form.hbs from the nearest folder of a blueprint that has one, with all partials it may use. */
export function loadTemplate(world: World, blueprint: Blueprint, shared: readonly string[]): Outcome<Template> {
  const { folders } = blueprint;
  const home = folders.find((folder) => world.listFiles(folder).includes(`form${SUFFIX}`)) ?? folders[0];
  const problems: Diagnostic[] = [];
  const read = (file: string): ParsedTemplate | null => {
    const text = world.readText(file);
    const parsed = text.ok ? parseTemplate(file, text.value) : text;
    if (!parsed.ok) problems.push(...parsed.problems);
    return parsed.ok ? parsed.value : null;
  };
  const form = read(`${home}/form${SUFFIX}`);
  const partials = new Map<string, ParsedTemplate>();
  for (const folder of [...folders, ...shared]) {
    for (const file of world.listFiles(folder)) {
      const name = file.slice(0, -SUFFIX.length).normalize('NFC');
      if (!file.endsWith(SUFFIX) || name === 'form' || partials.has(name)) continue;
      const partial = read(`${folder}/${file}`);
      if (partial) partials.set(name, partial);
    }
  }
  if (form === null || problems.length > 0) return fail(...(problems as [Diagnostic, ...Diagnostic[]]));
  problems.push(...checkTemplate(form, partials, shapeOf(blueprint.fields)));
  if (problems.length > 0) return settle(undefined as never, unique(problems));
  return settle(compile(form, partials), []);
}

/** A partial that is called twice is checked twice; its faults are told once. */
const unique = (problems: readonly Diagnostic[]): Diagnostic[] => [
  ...new Map(problems.map((one) => [`${one.at.file}:${one.at.start}:${one.message}`, one])).values(),
];

function compile(form: ParsedTemplate, partials: ReadonlyMap<string, ParsedTemplate>): Template {
  const places: Span[] = [];
  const engine = Handlebars.create();
  const options = { explicitPartialContext: true, preventIndent: true, knownHelpersOnly: true, knownHelpers };
  registerHelpers(engine);
  for (const [name, partial] of partials) {
    engine.registerPartial(name, engine.compile(markPlaces(partial, places), options));
  }
  const expand = engine.compile(markPlaces(form, places), options);
  return { places, expand: (view, runs) => expand(view, { data: { runs }, allowProtoPropertiesByDefault: false }) };
}

const { ordinal } = words.helpers;
const knownHelpers = { [ordinal]: true, each: true, with: true, if: true, unless: true };

/** Conditions and contexts for views; Handlebars' own would take a blank value for a true one. */
function registerHelpers(engine: typeof Handlebars): void {
  engine.registerHelper('if', function (this: unknown, value: unknown, options: Handlebars.HelperOptions) {
    return holds(value) ? options.fn(this) : options.inverse(this);
  });
  engine.registerHelper('unless', function (this: unknown, value: unknown, options: Handlebars.HelperOptions) {
    return holds(value) ? options.inverse(this) : options.fn(this);
  });
  engine.registerHelper('with', (value: unknown, options: Handlebars.HelperOptions) => options.fn(value));
  engine.registerHelper(ordinal, (index: number, options: Handlebars.HelperOptions) => {
    const runs = options.data.runs as Runs;
    return runs.add(String(index + 1), { kind: 'generated', span: { file: '', start: 0, end: 0 } });
  });
}

function holds(value: unknown): boolean {
  if (value instanceof Printed) return value.text !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return (value as ViewGroup)[GIVEN];
  return value !== undefined && value !== false && value !== '';
}

/** The program with `at="n"` in every start tag, where n is the tag's place in the template. */
function markPlaces(template: ParsedTemplate, places: Span[]): hbs.AST.Program {
  const markProgram = (program: hbs.AST.Program): hbs.AST.Program => ({ ...program, body: program.body.map(mark) });
  const mark = (node: hbs.AST.Statement): hbs.AST.Statement => {
    if (node.type === 'ContentStatement') {
      const content = node as hbs.AST.ContentStatement;
      const marked: hbs.AST.ContentStatement = {
        ...content,
        value: markContent(content.value, template.spanOf(node), places),
      };
      return marked;
    }
    if (node.type !== 'BlockStatement') return node;
    const block = node as hbs.AST.BlockStatement;
    const { program, inverse } = block;
    return {
      ...block,
      ...(program && { program: markProgram(program) }),
      ...(inverse && { inverse: markProgram(inverse) }),
    } as hbs.AST.BlockStatement;
  };
  return markProgram(template.program);
}

function markContent(markup: string, at: Span, places: Span[]): string {
  let marked = '';
  let done = 0;
  for (const token of scan(markup)) {
    if (token.kind !== 'open') continue;
    const nameEnd = token.start + 1 + token.name.length;
    const index = places.push({ file: at.file, start: at.start + token.start, end: at.start + token.end }) - 1;
    marked += `${markup.slice(done, nameEnd)} at="${index}"`;
    done = nameEnd;
  }
  return marked + markup.slice(done);
}
