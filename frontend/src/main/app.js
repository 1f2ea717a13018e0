/**
 * Starts the service worker, which keeps the page for times without a network. A server that offers none has its former one removed.
 * @param {string | undefined} build the name of this page's build; `undefined` if the server offers no worker
 */
export async function startWorker(build) {
  const { serviceWorker } = navigator;
  // Browsers have it only on secure pages.
  if (!serviceWorker) {
    return;
  }
  if (build === undefined) {
    const former = await serviceWorker.getRegistration();
    await former?.unregister();
    return;
  }
  serviceWorker.addEventListener('message', ({ data, ports }) => {
    if (data === 'build') {
      ports[0].postMessage(build);
    }
  });
  const registration = await serviceWorker.register('worker.js', { updateViaCache: 'none' });
  const offer = () => registration.waiting?.postMessage('take over');
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
}
