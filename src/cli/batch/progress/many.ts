/** Up to here a run tells every file; beyond it lists would hide what matters, and progress and counts are told. */
const FEW = 20;

/** Whether a run has so many records that they are told in sum. */
export const isMany = (total: number): boolean => total > FEW;
