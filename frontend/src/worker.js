/**
 * The service worker. It keeps the page's files, so that the page opens without a network, and shows notices that come by push.
 * It handles the address of the page and the files of its own build, and leaves all other requests to the browser.
 *
 * A build is the page with exactly its files. Each worker has the files of one build, in a cache of its own; the names of the
 * files contain a hash of their content, so a page gets the files of its own build and no others. A new worker waits until no page
 * of an older build is open, and removes the older files then.
 */

const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
const scope = new URL(worker.registration.scope);
const { name, files, icon } = worker.build;

/** Another Hubbub may be at another path of the same host. */
const CACHES = `hubbub ${scope.pathname} `;
const CACHE = CACHES + name;

/** The page of this build without a user, which the worker shows if the server cannot be reached. */
const SHELL = 'offline';

/** The time in which the server has to answer before the user gets the kept page. */
const PATIENCE = 5_000;

/** The answers of a proxy whose server cannot be reached. */
const UNREACHABLE = new Set([502, 503, 504]);

/** The time in which an open page has to say of which build it is. */
const ANSWER = 2_000;

/** A page that answers none of these sleeps. The next page that is opened wants the same. */
const QUESTIONS = 5;

worker.addEventListener('install', event => event.waitUntil(keep()));

worker.addEventListener('activate', event => event.waitUntil(Promise.all([
  forgetOthers(),
  // The page that has brought this worker gets its files from it too.
  worker.clients.claim(),
  // Then the request of a page does not wait for the start of this worker.
  worker.registration.navigationPreload?.enable(),
])));

worker.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method === 'GET' && isPage(request)) {
    event.respondWith(page(event));
  } else if (request.method === 'GET' && isFile(request.url)) {
    event.respondWith(file(request));
  }
});

worker.addEventListener('message', event => {
  if (event.data === 'take over') {
    event.waitUntil(takeOver());
  }
});

worker.addEventListener('push', event => event.waitUntil(show(event)));

worker.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

/** Keeps all files of this build, or none. */
async function keep() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all([SHELL, ...files].map(async address => {
      const response = await fetch(address, { cache: address === SHELL ? 'no-store' : 'default' });
      // A login before the server may answer in its place, and while it is updated, a server of another build.
      if (!response.ok || response.redirected || (address === SHELL && response.headers.get('Hubbub-Build') !== name)) {
        throw new Error(address);
      }
      await cache.put(address, response);
    }));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter(other => other.startsWith(CACHES) && other !== CACHE).map(other => caches.delete(other)));
}

/** @param {Request} request */
function isPage({ mode, url }) {
  const { origin, pathname } = new URL(url);
  return mode === 'navigate' && origin === scope.origin && pathname === scope.pathname;
}

/** @param {string} address */
function isFile(address) {
  return ['bundle/', 'words/', 'icons/'].some(folder => address.startsWith(scope.href + folder));
}

/**
 * The page as the server sends it, which knows the user. Without the server, the kept one.
 * @param {WorkerFetchEvent} event
 */
async function page(event) {
  const answer = event.preloadResponse.then(early => early ?? fetch(event.request));
  const late = new Promise(go => {
    setTimeout(go, PATIENCE);
  });
  const response = await Promise.race([answer, late]).catch(() => undefined);
  if (response instanceof Response && !UNREACHABLE.has(response.status)) {
    return response;
  }
  const cache = await caches.open(CACHE);
  return await cache.match(SHELL, { ignoreVary: true }) ?? answer;
}

/**
 * A file, from whichever build has it.
 * @param {Request} request
 */
async function file(request) {
  return await caches.match(request, { ignoreVary: true }) ?? fetch(request);
}

/** A page of this build wants it to begin. Pages that do not answer, because they are busy or going, are asked again. */
async function takeOver() {
  for (let question = 1; question <= QUESTIONS; question++) {
    const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const builds = new Set(await Promise.all(pages.map(buildOf)));
    builds.delete(name);
    if (builds.size === 0) {
      await worker.skipWaiting();
      return;
    }
    builds.delete(undefined);
    if (builds.size > 0) {
      return;
    }
  }
}

/**
 * @param {WorkerWindow} page
 * @returns {Promise<unknown>} the name of its build; `undefined` if it does not answer
 */
function buildOf(page) {
  return new Promise(answer => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data);
    setTimeout(answer, ANSWER);
    page.postMessage('build', [port2]);
  });
}

/** @param {WorkerPushEvent} event */
async function show(event) {
  const { title, body, tag, place } = /** @type {{title: string, body: string, tag: string, place: string}} */ (event.data.json());
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // A page that is in sight shows the message itself.
  if (!pages.some(({ visibilityState }) => visibilityState === 'visible')) {
    await worker.registration.showNotification(title, { body, tag, icon, data: place });
  }
}

/** @param {string} place of the message, such as `#/films/17` */
async function open(place) {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [page] = pages.filter(({ url }) => new URL(url).pathname === scope.pathname);
  if (page) {
    page.postMessage({ place });
    await page.focus();
  } else {
    await worker.clients.openWindow(new URL(place, scope).href);
  }
}
