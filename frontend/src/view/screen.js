import { AccountDialog } from './account-dialog.js';
import { Absent } from './absent.js';
import { Composer } from './composer.js';
import { Confirmation } from './confirmation.js';
import { Dialog } from './dialog.js';
import { Drawer } from './drawer.js';
import { find } from './element.js';
import { drawHeader } from './header.js';
import { LeaveTopic } from './leave-topic.js';
import { LinkStateView } from './link-state.js';
import { Log } from './log.js';
import { MessageDialog } from './message-dialog.js';
import { Notice } from './notice.js';
import { Sidebar } from './sidebar.js';
import { TopicDialog } from './topic-dialog.js';
import { TopicSettings } from './topic-settings.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { AccountHandlers } from './account-dialog.js' */
/** @import { LogHandlers } from './log.js' */
/** @import { Me } from './sidebar.js' */
/** @import { SettingsHandlers } from './topic-settings.js' */

/**
 * @typedef {Omit<LogHandlers, 'deletionWanted'> & SettingsHandlers & AccountHandlers & {
 *   deleteMessage: (seq: number) => Promise<unknown>,
 *   send: (text: string) => void,
 *   written: (text: string) => void,
 *   createTopic: (topic: Topic) => Promise<unknown>,
 *   changeName: (name: string) => Promise<unknown>,
 *   leaveTopic: (topic: string) => Promise<unknown>,
 *   leave: () => void,
 *   reconnect: () => void,
 * }} ScreenHandlers
 */

/** Everything that is on the screen while one chats. */
export class Screen {
  #root = find('#chat');
  #accountDialog;
  #nameDialog;
  #messageDialog;
  #topicDialog;
  #topicSettings;
  #leaveTopic;
  #absent;
  #drawer = new Drawer();
  #skip = find('#skip');
  confirmation = new Confirmation();

  /** @param {ScreenHandlers} handlers */
  constructor(handlers) {
    this.#accountDialog = new AccountDialog(handlers);
    this.#nameDialog = new Dialog('#name-dialog', ({ name }) => handlers.changeName(name));
    this.#topicDialog = new TopicDialog(handlers.createTopic);
    this.#topicSettings = new TopicSettings(handlers);
    this.#leaveTopic = new LeaveTopic(this.confirmation, handlers.leaveTopic, () => this.composer.focus());
    this.#absent = new Absent(name => this.#topicDialog.open(name));
    this.sidebar = new Sidebar({
      newTopic: () => this.#topicDialog.open(''),
      changeName: () => this.#nameDialog.open({}),
      account: () => this.#accountDialog.open(),
      leave: handlers.leave,
    });
    this.linkState = new LinkStateView(handlers.reconnect);
    this.notice = new Notice();
    this.log = new Log({ ...handlers, deletionWanted: seq => this.#messageDialog.open(seq) });
    this.#messageDialog = new MessageDialog(handlers.deleteMessage, () => this.log.focus());
    this.composer = new Composer(handlers);
  }

  /** @param {Me} me */
  start(me) {
    this.#root.hidden = false;
    this.#root.inert = false;
    this.#parts.forEach(part => part.start());
    this.#skip.addEventListener('click', this.#skipped);
    this.sidebar.drawMe(me);
    this.#topicDialog.offerAccess(me.hasAccount);
  }

  stop() {
    this.#skip.removeEventListener('click', this.#skipped);
    this.#parts.forEach(part => part.stop());
    this.#root.hidden = true;
  }

  /**
   * @param {Topic} topic
   * @param {string} draft
   */
  showTopic(topic, draft) {
    this.#absent.hide();
    this.log.show(true);
    this.drawTopic(topic);
    this.composer.open(topic, draft);
    this.log.follow();
    if (matchMedia('(hover: hover)').matches) {
      this.composer.focus();
    }
  }

  /**
   * Draws what the topic that one is in says of itself.
   * @param {Topic} topic
   */
  drawTopic(topic) {
    drawHeader(topic);
    this.composer.show(true, topic.mayPost === false);
    this.#topicSettings.of(topic);
    this.#leaveTopic.of(topic);
  }

  /** @param {string} name of a topic that does not exist */
  showAbsent(name) {
    this.#topicSettings.close();
    this.log.show(false);
    this.composer.show(false);
    drawHeader({ name, title: name });
    this.#absent.show(name);
  }

  get #parts() {
    return [this.sidebar, this.#drawer, this.linkState, this.notice, this.log, this.composer, this.#absent,
      this.#topicDialog, this.#topicSettings, this.#leaveTopic, this.#nameDialog, this.#accountDialog, this.#messageDialog,
      this.confirmation];
  }

  // The address's fragment names the topic, so the link must not be followed.
  /** @param {Event} event */
  #skipped = event => {
    event.preventDefault();
    this.composer.focus();
  };
}
