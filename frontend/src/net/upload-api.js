import { Http, csrfToken } from './http.js';
import { Problem, Unreachable } from './problem.js';
/** @import { Attachment } from '../model/attachment.js' */

/** A file that moves no further in this time has lost its connection. */
const PATIENCE = 60_000;

/** The files for messages. Every method throws `Problem` or `Unreachable`. */
export class UploadApi {
  #base;
  #http;

  /** @param {string} base the page's own address */
  constructor(base) {
    this.#base = base;
    this.#http = new Http(base);
  }

  /**
   * Sends a file. `fetch` could not tell how far it has come.
   * @param {string} topic
   * @param {Blob} file
   * @param {string} name
   * @param {(sent: number) => void} progressed 0 to 1
   * @param {AbortSignal} signal of a user who does not want it any more
   * @returns {Promise<Attachment>}
   */
  send(topic, file, name, progressed, signal) {
    const request = new XMLHttpRequest();
    const path = `api/topics/${encodeURIComponent(topic)}/uploads?${new URLSearchParams({ name })}`;
    request.open('POST', new URL(path, this.#base));
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-XSRF-TOKEN', csrfToken(document.cookie));
    signal.addEventListener('abort', () => request.abort());
    const answer = answerOf(request, progressed);
    request.send(file);
    return answer;
  }

  /**
   * Removes a file that no message has. The server does so by itself after a day.
   * @param {string} id
   */
  remove(id) {
    return this.#http.call('DELETE', `api/uploads/${encodeURIComponent(id)}`);
  }
}

/**
 * @param {XMLHttpRequest} request
 * @param {(sent: number) => void} progressed
 * @returns {Promise<Attachment>}
 */
function answerOf(request, progressed) {
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => request.abort(), PATIENCE);
  };
  wait();
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    wait();
    progressed(loaded / Math.max(1, total));
  });
  return new Promise((done, failed) => request.addEventListener('loadend', () => {
    clearTimeout(timer);
    const { status } = request;
    if (status === 0) {
      failed(new Unreachable());
    } else if (status < 400) {
      done(jsonOf(request));
    } else {
      failed(Problem.from(status, jsonOf(request)));
    }
  }));
}

/** @param {XMLHttpRequest} request */
function jsonOf({ responseText }) {
  try {
    return JSON.parse(responseText);
  } catch {
    return {};
  }
}
