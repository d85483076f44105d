// The few words of the compared packages that are used here. With them the root's `tsc` needs none of bench/node_modules.
declare module '@myriaddreamin/typst-ts-node-compiler' {
  type Compiled = { readonly numOfPages: number };
  type Result = { readonly result: Compiled | null; hasError(): boolean; printErrors(): void };
  export class NodeCompiler {
    static create(options: {
      readonly workspace: string;
      readonly fontArgs: readonly { readonly fontBlobs: readonly Uint8Array[] }[];
    }): NodeCompiler;
    compile(options: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> }): Result;
    pdf(document: Compiled): Uint8Array;
    /** Forgets what the last `age` documents did not use. */
    evictCache(age: number): void;
  }
}

declare module 'carbone' {
  const carbone: {
    render(template: string, data: object, done: (error: Error | null, result: Uint8Array) => void): void;
  };
  export default carbone;
}

declare module 'pdfmake' {
  const pdfmake: {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  };
  export default pdfmake;
}
