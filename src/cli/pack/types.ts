import type { Outcome } from '../../base/index.ts';
import type { LeftOut, Member, SummaryTable } from '../../volume/index.ts';
import type { Input } from '../inputs/inputs.ts';

/** What is packed, and how. */
export type Plan = {
  /** The file to write. */
  readonly out: string;
  readonly title: string;
  readonly leftOut: readonly LeftOut[];
  readonly duplex: boolean;
};

/** The files of a package, by their paths, what is told of the first, and its summary. */
export type Package = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly told: string;
  readonly tables: readonly SummaryTable[];
};

/** A kind of package: takes the forms one by one, then makes the package of those taken, in the order given. */
export type Packer<T extends { readonly member: Member }> = {
  readonly take: (input: Input) => Promise<Outcome<T>>;
  readonly make: (taken: readonly T[], plan: Plan) => Promise<Outcome<Package>>;
};
