/** How often a law is tried: `BIAOLI_RUNS=10 npm test` hunts ten times as long. */
export const runs = (usual: number): number => Math.max(1, Math.round(usual * Number(process.env.BIAOLI_RUNS ?? 1)));
