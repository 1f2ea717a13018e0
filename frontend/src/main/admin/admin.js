import { panelIn, panelTitle } from '../../model/admin/panels.js';
import { AdminApi } from '../../net/admin-api.js';
import { PanelsView } from '../../view/admin/panels-view.js';
import { Announcement } from '../../view/announcement.js';
import { Confirmation } from '../../view/confirmation.js';
import { audit } from './audit.js';
import { Bans } from './bans.js';
import { Invites } from './invites.js';
import { reports } from './reports.js';
import { Server } from './server.js';
import { tokens } from './tokens.js';
import { users } from './users.js';
/** @import { Problem } from '../../net/problem.js' */

/**
 * The objects that every part of the page uses.
 * @typedef {object} Desk
 * @property {AdminApi} api
 * @property {string} me one's own name
 * @property {Confirmation} confirmation
 * @property {Announcement} announcement
 * @property {(name: string) => void} renamed the server has this name now
 */

/** The codes with which the server refuses a user who is not an admin, or no longer signed in. */
const LOST = new Set(['right.missing', 'sign-in.required', 'session.ended']);

/** The admins' page: one part of it at a time, as the address says. */
export class Admin {
  #view = new PanelsView();
  #confirmation = new Confirmation();
  #announcement = new Announcement('#announcement');
  #panels;
  #current = '';

  /**
   * @param {string} base the page's own address
   * @param {string} me one's own name
   */
  constructor(base, me) {
    const api = new AdminApi(base, this.#refused);
    /** @type {Desk} */
    const desk = { api, me, confirmation: this.#confirmation, announcement: this.#announcement, renamed: name => this.#view.rename(name) };
    this.#panels = new Map(Object.entries({
      users: users(desk), server: new Server(desk), tokens: tokens(desk), invites: new Invites(desk), bans: new Bans(desk), reports: reports(desk), audit: audit(desk),
    }));
  }

  start() {
    this.#confirmation.start();
    addEventListener('hashchange', this.#moved);
    this.#show();
  }

  stop() {
    removeEventListener('hashchange', this.#moved);
    this.#panels.get(this.#current)?.stop();
    this.#confirmation.stop();
  }

  #moved = () => {
    this.#panels.get(this.#current)?.stop();
    this.#announcement.say('');
    this.#show();
    this.#view.focus(this.#current);
  };

  #show() {
    this.#current = panelIn(location.hash);
    this.#view.show(this.#current, panelTitle(this.#current));
    this.#panels.get(this.#current)?.start();
  }

  /** @param {Problem} problem */
  #refused = problem => {
    if (LOST.has(problem.code)) {
      this.stop();
      this.#view.close(problem.message);
    }
  };
}
