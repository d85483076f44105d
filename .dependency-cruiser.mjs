// The table of imports of ARCHITECTURE.md, checked in CI.
/** For each stage the stages it may import, besides `base`. */
const stages = {
  base: [],
  source: [],
  blueprint: ['source'],
  record: ['source', 'blueprint'],
  author: ['source', 'blueprint', 'record'],
  form: ['blueprint', 'record'],
  grid: ['form'],
  text: [],
  measure: ['form', 'grid', 'text'],
  layout: ['form', 'grid', 'text', 'measure'],
  tags: ['grid', 'text', 'measure', 'layout'],
  'write/page': ['text', 'layout', 'tags'],
  'write/flow': ['form', 'grid', 'text', 'measure', 'layout'],
  compare: ['blueprint', 'record', 'form', 'measure', 'layout'],
  volume: ['blueprint', 'record'],
  agree: ['form', 'grid', 'measure', 'layout', 'read'],
  read: [],
  pull: ['source', 'blueprint', 'record', 'author', 'form', 'grid', 'compare', 'read'],
};

/** Packages that only one place may import. */
const owners = {
  yaml: '^src/source/',
  'fastest-levenshtein': '^src/blueprint/',
  zod: '^src/record/',
  jsonata: '^src/record/',
  handlebars: '^src/form/',
  fontkit: '^src/text/face/',
  pdfkit: '^src/write/page/',
  docx: '^src/write/flow/',
  'pdf-parse': '^src/read/',
  'pdfjs-dist': '^src/read/',
  saxes: '^src/read/',
  fflate: '^src/(read|write)/|^src/cli/(workbook/|zip\\.ts$)',
  'write-excel-file': '^src/cli/workbook/',
  commander: '^src/cli/',
  tinyglobby: '^src/cli/',
  chokidar: '^src/cli/watch/',
  'cli-progress': '^src/cli/batch/progress/',
  tinypool: '^src/cli/batch/crew/pool/',
};

const stageRules = Object.entries(stages).map(([stage, allowed]) => ({
  name: `stage-${stage.replace('/', '-')}`,
  comment: 'A stage imports base, itself and the stages to its left.',
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: { path: '^src/', pathNot: [stage, 'base', ...allowed].map((name) => `^src/${name}/`) },
}));

const doorRules = Object.keys(stages).map((stage) => ({
  name: `door-${stage.replace('/', '-')}`,
  comment: 'A stage is entered by its index.ts.',
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${stage}/` },
  to: { path: `^src/${stage}/`, pathNot: `^src/${stage}/(|[^/]+/)index\\.ts$` },
}));

const packageRules = Object.entries(owners).map(([name, owner]) => ({
  name: `package-${name}`,
  comment: 'Each package has one place.',
  severity: 'error',
  from: { path: '^src/', pathNot: owner },
  to: { path: `(^|/)node_modules/${name}/` },
}));

export default {
  forbidden: [
    ...stageRules,
    ...doorRules,
    ...packageRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-base',
      comment: 'base knows no npm package and no Node module.',
      severity: 'error',
      from: { path: '^src/base/' },
      to: { dependencyTypes: ['npm', 'core', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'pure-stages',
      comment: 'What a page looks like depends on no Node module.',
      severity: 'error',
      from: { path: '^src/(source|blueprint|record|form|grid|measure|layout|compare|volume|agree|pull)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'files-only-in-cli',
      comment: 'Only the command line touches files, the console and the process.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^(node:)?(fs|fs/promises|child_process|process|os|worker_threads)$' },
    },
    {
      name: 'known-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
