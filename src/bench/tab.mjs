// A Chromium of its own and its tab, by the DevTools protocol. CHROMIUM names the program; `npm ci` in src/test/clients.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const { WebSocket } = createRequire(new URL("../test/clients/package.json", import.meta.url))("ws");
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell";
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--remote-debugging-port=0"];

export class Tab {
  #socket;
  #answers = new Map();
  #listeners = new Map();
  #last = 0;

  static async open(port) {
    const targets = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
    const tab = new Tab();
    tab.#socket = new WebSocket(targets.find((target) => target.type === "page").webSocketDebuggerUrl);
    await new Promise((resolve) => tab.#socket.once("open", resolve));
    tab.#socket.on("message", (text) => tab.#take(JSON.parse(text)));
    await Promise.all(["Network.enable", "Page.enable", "Runtime.enable"].map((method) => tab.call(method)));
    return tab;
  }

  call(method, params = {}) {
    const id = ++this.#last;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  /** The value of an expression, or of its promise. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.call("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  on(event, listener) {
    this.#listeners.set(event, listener);
  }

  /** Goes to an address, until it has loaded. */
  async go(url) {
    const loaded = new Promise((resolve) => this.on("Page.loadEventFired", resolve));
    await this.call("Page.navigate", { url });
    await loaded;
  }

  #take({ id, result, method, params }) {
    if (id) {
      this.#answers.get(id)(result);
      this.#answers.delete(id);
    } else {
      this.#listeners.get(method)?.(params);
    }
  }
}

/** Hands the tab of a Chromium that has just been installed to an act, and ends it. */
export async function withTab(act) {
  const profile = mkdtempSync(join(tmpdir(), "hubbub-tab"));
  // Debian's program is a script that starts the browser: both are in a group of their own, which is ended.
  const browser = spawn(chromium, [...flags, `--user-data-dir=${profile}`, "about:blank"], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const end = () => process.kill(-browser.pid);
  process.once("exit", end);
  try {
    return await act(await Tab.open(await portOf(browser)));
  } finally {
    process.off("exit", end);
    end();
    await new Promise((resolve) => browser.once("exit", resolve));
    await groupEnded(browser.pid);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The browser's helpers write to the profile until they end. */
async function groupEnded(leader) {
  while (isGroup(leader)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isGroup(leader) {
  try {
    return process.kill(-leader, 0);
  } catch {
    return false;
  }
}

function portOf(browser) {
  return new Promise((resolve) => {
    let said = "";
    browser.stderr.on("data", (data) => {
      said += data;
      const match = /ws:\/\/[^:]+:(\d+)\//.exec(said);
      if (match) {
        resolve(match[1]);
      }
    });
  });
}
