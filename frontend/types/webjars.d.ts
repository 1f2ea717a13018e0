// The part of the two classic scripts from webjars that the page uses.

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
