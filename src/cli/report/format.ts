/** How diagnostics are told: to people, or to the programs that show them beside the lines of a file. */
export const reportFormats = ['text', 'json', 'sarif', 'github', 'gitlab'] as const;

export type ReportFormat = (typeof reportFormats)[number];
