// The part of a service worker's global scope that the page's worker uses: the checker knows only that of pages.

interface WorkerBuild {
  /** A hash of all its files. */
  name: string;
  /** Their addresses, relative to that of the page. */
  files: string[];
  icon: string;
}

interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface WorkerFetchEvent extends WorkerEvent {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

interface WorkerPushEvent extends WorkerEvent {
  data: { json(): unknown };
}

interface WorkerNotificationEvent extends WorkerEvent {
  notification: Notification;
}

interface WorkerMessageEvent extends WorkerEvent {
  data: unknown;
}

interface WorkerWindow {
  url: string;
  visibilityState: DocumentVisibilityState;
  focus(): Promise<WorkerWindow>;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

interface WorkerScope {
  build: WorkerBuild;
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<WorkerWindow[]>;
    claim(): Promise<void>;
    openWindow(address: string): Promise<WorkerWindow | null>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', take: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', take: (event: WorkerFetchEvent) => void): void;
  addEventListener(type: 'push', take: (event: WorkerPushEvent) => void): void;
  addEventListener(type: 'notificationclick', take: (event: WorkerNotificationEvent) => void): void;
  addEventListener(type: 'message', take: (event: WorkerMessageEvent) => void): void;
}
