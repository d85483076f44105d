import { parseArgs } from 'node:util';
import { CannotRun, type Flavour, flavours } from './types.ts';

/** What the command line asks for. */
export type Asked = {
  /** Empty: the program's own PDFs are made and checked. */
  readonly files: readonly string[];
  /** Empty: what each file declares. */
  readonly flavours: readonly Flavour[];
  /** How many random forms, and their seed. */
  readonly count: number;
  readonly seed: number;
  /** Missing Java or Maven is an error. */
  readonly required: boolean;
};

export const usage = `usage: npm run conformance [-- [options] file.pdf | folder …]
  without files: makes the forms of data/ and random ones as PDF/A-3a and PDF/A-2a and checks them
  --flavour 3a|2a|ua1  check the files against this (may be repeated; default: what each declares, else all three)
  --count 100          how many random forms
  --seed 1             their seed
  --required           missing Java 17, Maven, qpdf or mutool is an error (also CONFORMANCE_REQUIRED=1)`;

/** @throws CannotRun where an option or value is unknown. */
export function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): Asked {
  const { values, positionals } = parse(args);
  const asked = values.flavour ?? [];
  if (positionals.length === 0 && asked.length > 0) throw new CannotRun(`--flavour is for files\n${usage}`);
  return {
    files: positionals,
    flavours: asked.map(flavourOf),
    count: wholeNumber('count', values.count ?? '100'),
    seed: wholeNumber('seed', values.seed ?? '1'),
    required: values.required ?? !['', '0', undefined].includes(env.CONFORMANCE_REQUIRED),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        flavour: { type: 'string', multiple: true },
        count: { type: 'string' },
        seed: { type: 'string' },
        required: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new CannotRun(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function flavourOf(text: string): Flavour {
  const found = flavours.find((flavour) => flavour === text);
  if (found === undefined) throw new CannotRun(`no flavour ${text}\n${usage}`);
  return found;
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new CannotRun(`--${name} takes a whole number, not ${text}\n${usage}`);
  return Number(text);
}
