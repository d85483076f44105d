import Handlebars from 'handlebars';
import { flatMap, type Span, type TextStyle } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import type { Legend, Loop } from '../markup/elements.ts';
import { callMark, closeMark, emptyMark, openMark, returnMark } from '../markup/marks.ts';
import { literalText, scan } from '../markup/scan.ts';
import { type Tag, tagOf } from '../markup/tags.ts';
import type { Call } from '../types.ts';
import { type Expansion, GIVEN, Printed, type ViewGroup } from '../view.ts';
import type { ParsedTemplate } from './parse.ts';
import { isPath } from './paths.ts';

/** A template and its partials as one function. */
export type Compiled = Omit<Legend, 'runs'> & {
  /** The template filled with a view: text with marks, as `markup/marks.ts` has them. */
  readonly expand: (view: ViewGroup, expansion: Expansion) => string;
  /** The beginning of form.hbs. */
  readonly at: Span;
};

const { ordinal } = words.helpers;

const options = {
  explicitPartialContext: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: { [ordinal]: true, each: true, with: true, if: true, unless: true },
  // Tags are marks by now, and the line breaks around them are gone.
  ignoreStandalone: true,
  // There is nothing to escape: tags have become marks, and texts cannot hold marks.
  noEscape: true,
};

/** Compiles a checked template with its partials; `styles` are those that the form names. */
export function compileTemplate(
  form: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  styles: ReadonlyMap<string, TextStyle>,
): Compiled {
  const tags: Tag[] = [];
  const calls: Call[] = [];
  const loops: Loop[] = [];
  const engine = Handlebars.create();
  registerHelpers(engine);
  for (const [name, partial] of partials) {
    engine.registerPartial(name, engine.compile(markTags(partial, { tags, calls: null, loops, styles }), options));
  }
  const expand = engine.compile(markTags(form, { tags, calls, loops, styles }), options);
  const at = { file: form.file, start: 0, end: 0 };
  return { tags, calls, loops, at, expand: (view, expansion) => expand(view, { data: { expansion } }) };
}

/** Conditions, contexts and loops for views; Handlebars' own would take a blank value for a true one. */
function registerHelpers(engine: typeof Handlebars): void {
  engine.registerHelper('if', function (this: unknown, value: unknown, { fn, inverse }: Handlebars.HelperOptions) {
    return holds(value) ? fn(this) : inverse(this);
  });
  engine.registerHelper('unless', function (this: unknown, value: unknown, { fn, inverse }: Handlebars.HelperOptions) {
    return holds(value) ? inverse(this) : fn(this);
  });
  engine.registerHelper('with', (value: unknown, { fn }: Handlebars.HelperOptions) => fn(value));
  engine.registerHelper(
    'each',
    function (this: unknown, items: readonly unknown[], { fn, inverse, data }: Handlebars.HelperOptions) {
      if (items.length === 0) return inverse(this);
      const expansion = data.expansion as Expansion;
      const turn = { ...data, index: 0 };
      let printed = '';
      for (let index = 0; index < items.length && expansion.turn(); index += 1) {
        turn.index = index;
        const one = fn(items[index], { data: turn });
        expansion.print(one.length);
        printed += one;
      }
      return printed;
    },
  );
  engine.registerHelper(ordinal, (index: number, { data }: Handlebars.HelperOptions) =>
    (data.expansion as Expansion).add(String(index + 1), { kind: 'generated', span: nowhere }),
  );
}

/** A number gets its place when it is known in which cell it stands. */
const nowhere: Span = { file: '', start: 0, end: 0 };

/** Whether a value, a list or a group has something in it. */
function holds(value: unknown): boolean {
  if (value instanceof Printed) return value.text !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return (value as ViewGroup)[GIVEN];
  return value !== undefined && value !== false && value !== '';
}

/** What marks stand for is added to these; a partial's own calls are not marked. */
type Marked = {
  readonly tags: Tag[];
  readonly calls: Call[] | null;
  readonly loops: Loop[];
  readonly styles: ReadonlyMap<string, TextStyle>;
};

/**
 * The program with marks for its tags, its calls of partials and its empty loops, and with every value looked up as a
 * field, whatever its name.
 */
function markTags(template: ParsedTemplate, { tags, calls, loops, styles }: Marked): hbs.AST.Program {
  const markProgram = (program: hbs.AST.Program): hbs.AST.Program => ({
    ...program,
    body: flatMap(program.body, marks),
  });
  const marks = (node: hbs.AST.Statement): hbs.AST.Statement[] => {
    if (node.type !== 'PartialStatement' || calls === null) return [mark(node)];
    const { name } = node as hbs.AST.PartialStatement;
    const partial = String((name as hbs.AST.PathExpression).original);
    const number = calls.push({ partial, at: template.spanOf(node) }) - 1;
    return [literal(callMark(number), node), node, literal(returnMark, node)];
  };
  const mark = (node: hbs.AST.Statement): hbs.AST.Statement => {
    if (node.type === 'ContentStatement') {
      const content = node as hbs.AST.ContentStatement;
      const marked: hbs.AST.ContentStatement = {
        ...content,
        value: markContent(content.value, template.spanOf(node), { tags, styles }),
      };
      return marked;
    }
    if (node.type === 'MustacheStatement') return asField(node as hbs.AST.MustacheStatement);
    if (node.type !== 'BlockStatement') return node;
    const { program, inverse, ...block } = node as hbs.AST.BlockStatement;
    const otherwise = inverse && markProgram(inverse);
    return {
      ...block,
      ...(program && { program: markProgram(program) }),
      ...(String(block.path.original) === 'each'
        ? { inverse: withMark(otherwise, block), inverseStrip: block.inverseStrip ?? unstripped }
        : { inverse: otherwise }),
    } as hbs.AST.BlockStatement;
  };
  const withMark = (
    inverse: hbs.AST.Program | undefined,
    { params, loc }: Pick<hbs.AST.BlockStatement, 'params' | 'loc'>,
  ): hbs.AST.Program => {
    const number =
      loops.push({ path: String((params[0] as hbs.AST.PathExpression).original), file: template.file }) - 1;
    const program: hbs.AST.Program = inverse ?? { type: 'Program', body: [], blockParams: [], loc };
    return { ...program, body: [...program.body, literal(emptyMark(number), { loc })] };
  };
  return markProgram(template.program);
}

/** What Handlebars wants to know of an `{{else}}`: no blanks are taken away around it. */
const unstripped = { open: false, close: false };

/** A piece of text that stands where a node of the template does. */
const literal = (value: string, { loc }: Pick<hbs.AST.Node, 'loc'>): hbs.AST.ContentStatement =>
  ({ type: 'ContentStatement', value, original: value, loc }) as unknown as hbs.AST.ContentStatement;

/** `{{序号}}` without a parameter is the field of that name, not the helper: Handlebars sees it from the dot. */
function asField(node: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement {
  const path = node.path as hbs.AST.Expression;
  if (node.params.length > 0 || !isPath(path) || path.depth > 0) return node;
  const field: hbs.AST.PathExpression = { ...path, original: `./${path.original}` };
  return { ...node, path: field };
}

function markContent(markup: string, { file, start }: Span, { tags, styles }: Pick<Marked, 'tags' | 'styles'>): string {
  return scan(markup)
    .map((token) => {
      if (token.kind === 'text') return literalText(token.text);
      if (token.kind === 'close') return closeMark;
      if (token.kind !== 'open') return '';
      const at = { file, start: start + token.start, end: start + token.end };
      const mark = openMark(tags.push(tagOf(token.name, token.attributes, { at, styles })) - 1);
      return token.closed ? mark + closeMark : mark;
    })
    .join('');
}
