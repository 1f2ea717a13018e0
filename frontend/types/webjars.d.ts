// The part of the classic scripts from webjars that the page uses.

interface StompFrame {
  command: string;
  headers: Record<string, string>;
  body: string;
}

interface StompClient {
  debug: ((line: string) => void) | null;
  maxWebSocketFrameSize: number;
  heartbeat: { outgoing: number; incoming: number };
  connected: boolean;
  onreceipt: (frame: StompFrame) => void;
  connect(headers: Record<string, string>, connected: (frame: StompFrame) => void,
    failed: (fault: StompFrame | string) => void): void;
  disconnect(): void;
  subscribe(destination: string, take: (frame: StompFrame) => void, headers: Record<string, string>): { id: string; unsubscribe(): void };
  send(destination: string, headers: Record<string, string>, body: string): void;
}

declare const Stomp: { over(socket: Pick<WebSocket, 'close' | 'readyState' | 'send'>): StompClient };

declare const SockJS: {
  new (address: string, reserved: null, options: { transports: string[] }): unknown;
};

interface HighlightEmitter {
  addText(text: string): void;
  startScope(scope: string): void;
  endScope(): void;
}

interface HighlightJs {
  configure(options: { __emitter: new () => HighlightEmitter }): void;
  getLanguage(name: string): object | undefined;
  highlight(code: string, options: { language: string; ignoreIllegals: boolean }): { _emitter: HighlightEmitter };
}

declare const hljs: HighlightJs;

interface MarkdownToken {
  type: string;
  nesting: 1 | 0 | -1;
  level: number;
  hidden: boolean;
  markup: string;
  info: string;
  content: string;
  map: [number, number] | null;
  attrs: [string, string][] | null;
  meta: unknown;
  children: MarkdownToken[] | null;
  attrGet(name: string): string | null;
}

interface MarkdownState {
  src: string;
  env: { addresses?: Map<string, Map<number, { text: string; href?: string }>> };
  level: number;
  push(type: string, tag: string, nesting: 1 | 0 | -1): MarkdownToken;
}

interface MarkdownBlockState extends MarkdownState {
  line: number;
  blkIndent: number;
  sCount: number[];
  parentType: string;
  getLines(begin: number, end: number, indent: number, keepLastLF: boolean): string;
}

interface MarkdownInlineState extends MarkdownState {
  pos: number;
  posMax: number;
  pending: string;
  linkLevel: number;
}

type MarkdownBlockRule = (state: MarkdownBlockState, start: number, end: number, silent: boolean) => boolean;
type MarkdownInlineRule = (state: MarkdownInlineState, silent: boolean) => boolean;

interface MarkdownRuler<R> {
  at(name: string, rule: R): void;
  before(other: string, name: string, rule: R): void;
  push(name: string, rule: R, options?: { alt: string[] }): void;
}

interface MarkdownIt {
  block: { ruler: MarkdownRuler<MarkdownBlockRule> };
  inline: { ruler: MarkdownRuler<MarkdownInlineRule> };
  enable(rules: string[]): MarkdownIt;
  normalizeLink: (address: string) => string;
  validateLink: (address: string) => boolean;
  parse(text: string, environment: object): MarkdownToken[];
}

declare const markdownit: (preset: 'zero') => MarkdownIt;
