import { type Diagnostic, fail, findingsOf, type Outcome, type World } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import type { Input } from '../inputs/inputs.ts';
import { formNamed, openForms } from '../presses/forms.ts';
import { textQuestion } from '../presses/noting.ts';
import { now } from '../process/clock.ts';
import type { Terminal } from '../process/terminal.ts';
import { type Made, renderOne, type Target } from '../render-one.ts';
import { openWorkshop, tellerOf, type WorkshopOptions } from '../workshop.ts';
import { crash } from './faults.ts';
import { failedResult, type RecordResult, type Task } from './types.ts';
import { verifyOne } from './verify-one.ts';

/** What an engine does with records, and how. Plain data: it is sent to threads. */
export type Errand = Target &
  WorkshopOptions & {
    readonly task: Task;
    /** What records depend on is to be told, for later runs. */
    readonly remembers: boolean;
  };

/** A record that was worked on. */
export type Worked = {
  readonly result: RecordResult;
  /** Null where nobody asked for it, or the record came to nothing. */
  readonly basis: Basis | null;
};

/** What the output of a record depends on besides what all records depend on. */
export type Basis = {
  /** Records with the same words here are made by one press. */
  readonly form: string;
  /** The digest of the record's text. */
  readonly text: string;
  /** All that the press of the form has asked so far; null where that was told with an earlier record. */
  readonly answers: ReadonlyMap<string, string> | null;
};

/** Forms and fonts opened once, to work on any number of records one by one. */
export type Engine = {
  /** What was found when forms and fonts were opened. */
  readonly opening: readonly Diagnostic[];
  /** False: what was found lets no record be worked on. */
  readonly isOpen: boolean;
  readonly work: (input: Input) => Promise<Worked>;
};

/** What is found is told by whoever is worked for. */
const mute: Terminal = { out: () => undefined, err: () => undefined, color: { out: false, err: false } };

export async function openEngine(errand: Errand): Promise<Engine> {
  const workshop = await openWorkshop(mute, errand);
  const { press, world } = workshop;
  const forms = openForms(workshop);
  const tell = tellerOf(workshop, errand);
  const told = new Map<string, number>();
  const make = async (input: Input, form: string | null): Promise<Outcome<Made>> => {
    try {
      const opened = form === null ? press : forms.pressFor(form);
      if (!opened.ok) return opened;
      const tools = { press: opened.value, tell };
      return await (errand.task === 'verify' ? verifyOne(input, tools, errand) : renderOne(input, tools, errand));
    } catch (error) {
      return fail(crash(input.file, error));
    }
  };
  return {
    opening: findingsOf(press),
    isOpen: press.ok,
    work: async (input) => {
      const start = now();
      const form = errand.remembers ? formKey(input.file, world) : null;
      const made = await make(input, form);
      const time = now() - start;
      return {
        result: resultOf(input, made, { task: errand.task, time }),
        basis: form === null ? null : basisOf(input, form),
      };
    },
  };

  function basisOf({ file }: Input, form: string): Basis {
    const answers = forms.seenFor(form)?.answers ?? new Map<string, string>();
    const question = textQuestion(file);
    const text = answers.get(question) ?? '';
    answers.delete(question);
    const isKnown = told.get(form) === answers.size;
    told.set(form, answers.size);
    return { form, text, answers: isKnown ? null : new Map(answers) };
  }
}

const formLine = new RegExp(`^${words.form.id}[ \\t]*:[ \\t]*(\\S.*)`, 'mu');

/**
 * What a record says of its form. It only sorts records, so that each press asks for nothing that concerns the records of
 * others; two spellings of one form cost a press each.
 */
function formKey(file: string, world: World): string {
  const text = world.readText(file);
  if (!text.ok) return '';
  return formLine.exec(text.value)?.[1]?.trimEnd() ?? formNamed(file, world);
}

function resultOf(
  { file }: Input,
  made: Outcome<Made>,
  { task, time }: { readonly task: Task; readonly time: number },
): RecordResult {
  if (!made.ok) return failedResult(file, made.problems, time);
  const { pages, outputs, told } = made.value;
  const state = task === 'verify' ? 'unchanged' : 'written';
  return { file, state, pages, outputs, findings: made.warnings, told, time };
}
