import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/bundle.ts';

/** A place in a text as the protocol has it: both count from 0. */
export type Position = { readonly line: number; readonly character: number };
export type Mark = { readonly range: { readonly start: Position }; readonly message: string };
export type Proposal = {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
  readonly insertText?: string;
  readonly textEdit?: { readonly newText: string };
};

/** An editor with VS Code's YAML support: the language server as a process of its own, spoken to over its pipes. */
export type Editor = {
  /** Opens a file with this text (saved or not) and waits for what the server marks in it. */
  readonly open: (file: string, text: string) => Promise<readonly Mark[]>;
  readonly complete: (file: string, at: Position) => Promise<readonly Proposal[]>;
  /** The Markdown shown beside what stands at a place; empty where nothing is shown. */
  readonly hover: (file: string, at: Position) => Promise<string>;
  readonly close: () => void;
};

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly uri?: string;
    readonly diagnostics?: readonly Mark[];
    readonly items?: readonly unknown[];
  };
  readonly result?: unknown;
};

/** No schema store: nothing is looked up on the network. */
const settings = {
  yaml: {
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
    validate: true,
    completion: true,
    hover: true,
  },
};

export async function openEditor(): Promise<Editor> {
  const server = spawn(process.execPath, [
    join(root, 'node_modules/yaml-language-server/bin/yaml-language-server'),
    '--stdio',
  ]);
  const answers = new Map<number, (result: unknown) => void>();
  const marks = new Map<string, (marks: readonly Mark[]) => void>();
  let asked = 0;
  let version = 0;

  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve) => {
      asked += 1;
      answers.set(asked, (result) => resolve(result as T));
      send({ id: asked, method, params });
    });

  eachMessage(server, ({ id, method, params, result }) => {
    if (method === 'textDocument/publishDiagnostics') marks.get(params?.uri ?? '')?.(params?.diagnostics ?? []);
    else if (method === 'workspace/configuration') send({ id, result: (params?.items ?? []).map(() => settings.yaml) });
    else if (method !== undefined && id !== undefined) send({ id, result: null });
    else if (id !== undefined) answers.get(id)?.(result);
  });

  await ask('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } } },
    initializationOptions: {},
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings } });

  const uriOf = (file: string): string => pathToFileURL(file).href;
  return {
    open: (file, text) =>
      new Promise((resolve) => {
        marks.set(uriOf(file), resolve);
        version += 1;
        const textDocument = { uri: uriOf(file), languageId: 'yaml', version, text };
        send({ method: 'textDocument/didOpen', params: { textDocument } });
      }),
    complete: async (file, position) => {
      const found = await ask<{ readonly items: readonly Proposal[] }>('textDocument/completion', {
        textDocument: { uri: uriOf(file) },
        position,
      });
      return found.items;
    },
    hover: async (file, position) => {
      const found = await ask<{ readonly contents: { readonly value: string } } | null>('textDocument/hover', {
        textDocument: { uri: uriOf(file) },
        position,
      });
      return found?.contents.value ?? '';
    },
    close: () => {
      server.kill();
    },
  };
}

/** Cuts the server's output into messages: a header with their length in bytes, an empty line, JSON. */
function eachMessage(server: ChildProcessWithoutNullStreams, hear: (message: Message) => void): void {
  let waiting = Buffer.alloc(0);
  server.stdout.on('data', (bytes: Buffer) => {
    waiting = Buffer.concat([waiting, bytes]);
    for (;;) {
      const head = waiting.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/iu.exec(waiting.subarray(0, Math.max(0, head)).toString())?.[1]);
      if (head === -1 || Number.isNaN(length) || waiting.length < head + 4 + length) return;
      hear(JSON.parse(waiting.subarray(head + 4, head + 4 + length).toString()) as Message);
      waiting = waiting.subarray(head + 4 + length);
    }
  });
}
