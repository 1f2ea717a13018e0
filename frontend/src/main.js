import { Chat } from './main/chat.js';
import { Drafts } from './model/drafts.js';
import { newId } from './model/new-id.js';
import { Outbox } from './model/outbox.js';
import { Shelf } from './model/shelf.js';
import { Api } from './net/api.js';
import { Transports } from './net/transports.js';
import { SignIn } from './view/sign-in.js';
/** @import { Entry } from './model/outbox.js' */

/** @type {Shelf<string>} */
const lastName = new Shelf(localStorage, 'hubbub.name');
/** @type {Shelf<boolean>} */
const sockJs = new Shelf(sessionStorage, 'hubbub.sockjs');
/** @type {Shelf<Entry[]>} */
const unsent = new Shelf(sessionStorage, 'hubbub.outbox');
/** @type {Shelf<[string, string][]>} */
const unfinished = new Shelf(sessionStorage, 'hubbub.drafts');

const api = new Api(document.baseURI);
const signIn = new SignIn(async wanted => {
  const { name } = await api.takeName(wanted);
  lastName.save(name);
  signIn.stop();
  enter(name);
});

/** @param {string} name */
function enter(name) {
  new Chat(name, {
    api,
    transports: new Transports(document.baseURI, sockJs),
    outbox: new Outbox(unsent, newId, Date.now),
    drafts: new Drafts(unfinished),
    renamed: changed => lastName.save(changed),
    left: reason => signIn.start(lastName.load() ?? '', reason),
  }).start();
}

// The server forgets sessions when it restarts; whoever had a name in this browser gets it offered.
const { name } = document.body.dataset;
if (name) {
  enter(name);
} else {
  signIn.start(lastName.load() ?? '', '');
}
