/** As much of WebAssembly as is used here: Node has it, the types of Node 20 and of the language have not. */
declare namespace WebAssembly {
  class Memory {
    constructor(pages: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(code: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  /** False, too, for what this processor cannot do. */
  function validate(code: Uint8Array<ArrayBuffer>): boolean;
}
