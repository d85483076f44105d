/** The stages in the order of the pipeline; `source` reads the file too. */
export const stageNames = ['source', 'record', 'form', 'grid', 'measure', 'layout', 'pdf', 'docx'] as const;
export type StageName = (typeof stageNames)[number];

/** What is said of the inputs: the real record they were made from, and their Han characters. */
export type Prepared = {
  readonly model: string;
  /** Per document, all and different ones. */
  readonly han: number;
  readonly differentHan: number;
  /** Different ones in all documents together. */
  readonly allHan: number;
};

/** One batch of a contestant, in the order of its documents. */
export type Batch = {
  readonly milliseconds: readonly number[];
  readonly bytes: readonly number[];
  readonly pages: readonly (number | null)[];
  readonly stages: readonly Readonly<Record<string, number>>[];
  /** Processor time of the whole process for the batch, in milliseconds; others on the machine do not add to it. */
  readonly processor: number;
  /** The most memory the process ever held, in bytes. */
  readonly peak: number;
};
