import { say } from '../words.js';

/**
 * A person in a topic, or one who belongs there and is absent.
 * @typedef {{name: string, away?: boolean, absent?: boolean, guest?: boolean}} Person `guest`: without an account
 */
/**
 * Something that can be done with a person in the list of people.
 * @typedef {object} PersonAct
 * @property {string} label
 * @property {(person: Person) => boolean} offered true if the user may do it with this person
 * @property {(name: string) => void} start
 */
/**
 * A message about the people of a topic.
 * @typedef {object} PeopleNotice
 * @property {'state' | 'changed'} type `state` replaces the earlier ones
 * @property {number} online
 * @property {number} away
 * @property {Person[]} people
 * @property {string[]} [gone]
 */

/**
 * What the user may do with a person, for a menu.
 * @param {Person} person
 * @param {PersonAct[]} acts
 */
export function choicesFor(person, acts) {
  return acts.filter(({ offered }) => offered(person)).map(({ label, start }) => ({ label, start: () => start(person.name) }));
}

/** The people who are in a topic. Of very many, the server names only the first. */
export class People {
  /** @type {Map<string, Person>} */
  #byName = new Map();
  /** @type {string[]} */
  #expected = [];
  #online = 0;
  #away = 0;

  /** @param {PeopleNotice} notice */
  take({ type, online, away, people, gone = [] }) {
    if (type === 'state') {
      this.#byName.clear();
    }
    people.forEach(person => this.#byName.set(person.name, person));
    gone.forEach(name => this.#byName.delete(name));
    this.#online = online;
    this.#away = away;
  }

  clear() {
    this.take({ type: 'state', online: 0, away: 0, people: [] });
  }

  /** @param {string[]} names of those who are listed although they are absent */
  expect(names) {
    this.#expected = names;
  }

  get count() {
    return this.#online + this.#away;
  }

  /** How many are online and how many away, in words. */
  get summary() {
    return say('people.summary', { online: this.#online, away: this.#away });
  }

  /** Those who are online first, then those who are away, then those who are absent, each part by name. */
  get list() {
    const absent = this.#expected.filter(name => !this.#byName.has(name)).map(name => ({ name, absent: true }));
    return [...this.#byName.values(), ...absent].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  }

  /**
   * The person with a name; undefined if it is not one of those who are named.
   * @param {string} name
   */
  get(name) {
    return this.#byName.get(name);
  }

  /** How many are not named. */
  get unnamed() {
    return Math.max(0, this.count - this.#byName.size);
  }
}

/** @param {Person} person */
function rank({ away = false, absent = false }) {
  return absent ? 2 : Number(away);
}
