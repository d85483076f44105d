/** What setting one document gave. */
export type Done = {
  readonly bytes: number;
  readonly pages: number | null;
  /** Milliseconds of each stage, where the contestant tells them. */
  readonly stages?: Readonly<Record<string, number>>;
};

/** Sets the record with a number; what is made before stays open in the process. */
export type Setter = (index: number) => Promise<Done>;

export type Contestant = { readonly open: () => Promise<Setter> };
