import { FirstStart } from './model/first-start.js';
import { Shelf } from './model/shelf.js';
import { Api } from './net/api.js';
import { StartCard } from './view/start-card.js';

/** @type {Shelf<string>} it outlives a reload in another language */
const kept = new Shelf(sessionStorage, 'hubbub.start');

/** The secret of the link in the log is in the address, `start#secret`. It stays neither there nor in the browser's history. */
function takeSecret() {
  if (location.hash) {
    kept.save(location.hash.slice(1));
    history.replaceState(null, '', location.pathname);
  }
  return kept.load() ?? '';
}

const api = new Api(document.baseURI);
const card = new StartCard(new FirstStart(takeSecret()), {
  check: secret => api.checkInvite(secret),
  finish: account => api.signUp(account),
  finished: () => {
    kept.save('');
    location.replace(new URL('.', document.baseURI));
  },
});
card.start();
