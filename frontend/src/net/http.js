import { Problem, Unreachable } from './problem.js';

const PATIENCE = 15_000;

/** Requests to the server's HTTP side, with JSON both ways; only a `Blob` is sent as it is. Every call throws `Problem` or `Unreachable`. */
export class Http {
  #base;
  #refused;

  /**
   * @param {string} base the page's own address
   * @param {(problem: Problem) => void} [refused] is told of every refusal, before the caller is
   */
  constructor(base, refused = () => {}) {
    this.#base = base;
    this.#refused = refused;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  async call(method, path, body) {
    const response = await this.#fetch(method, path, body);
    if (!response.ok) {
      const problem = await Problem.of(response);
      this.#refused(problem);
      throw problem;
    }
    return response.status === 204 ? null : response.json();
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} body
   */
  async #fetch(method, path, body) {
    await this.#prepare(method);
    const headers = {
      'Accept': 'application/json, application/problem+json',
      'Content-Type': body instanceof Blob ? body.type : 'application/json',
      'X-XSRF-TOKEN': csrfToken(document.cookie),
    };
    try {
      return await fetch(new URL(path, this.#base), {
        method, headers, body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
        cache: 'no-store', signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      throw new Unreachable();
    }
  }

  /**
   * A page that was kept came without the proof that the server sends with the page.
   * @param {string} method
   */
  async #prepare(method) {
    if (method !== 'GET' && !csrfToken(document.cookie)) {
      await fetch(new URL('offline', this.#base), { method: 'HEAD', cache: 'no-store' }).catch(() => {});
    }
  }
}

/**
 * The proof that a request comes from this page: no other site can read its cookies.
 * @param {string} cookies
 */
export function csrfToken(cookies) {
  return /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(cookies)?.[1] ?? '';
}
