// The page's requests and its first paint, cold and warm, at a latency of the network. Several addresses take turns:
//   node src/bench/first-paint.mjs LATENCY_MS ROUNDS http://localhost:8080/ [http://localhost:8081/ ...]
// It needs Chromium (CHROMIUM names it) and `npm ci` in src/test/clients.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const { WebSocket } = createRequire(new URL("../test/clients/package.json", import.meta.url))("ws");
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell";
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--remote-debugging-port=0"];
const PAINTED = "(performance.getEntriesByName('first-contentful-paint')[0] ?? {}).startTime ?? 0";

/** A tab of a Chromium that has just been installed, by the DevTools protocol. */
class Tab {
  #socket;
  #answers = new Map();
  #asked = new Set();
  #last = 0;
  #loaded = () => {};

  static async open(port, latency) {
    const targets = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
    const tab = new Tab();
    tab.#socket = new WebSocket(targets.find((target) => target.type === "page").webSocketDebuggerUrl);
    await new Promise((resolve) => tab.#socket.once("open", resolve));
    tab.#socket.on("message", (text) => tab.#take(JSON.parse(text)));
    await Promise.all(["Network.enable", "Page.enable", "Runtime.enable"].map((method) => tab.#call(method)));
    await tab.#call("Network.emulateNetworkConditions",
      { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 });
    return tab;
  }

  /** How many requests reached the server until 1.5 s after the first paint, and when that was, in ms. */
  async visit(url) {
    this.#asked.clear();
    const loaded = new Promise((resolve) => (this.#loaded = resolve));
    await this.#call("Page.navigate", { url });
    await loaded;
    const paint = await this.#firstPaint();
    await pause(1500);
    return { requests: this.#asked.size, paint: Math.round(paint) };
  }

  async leave() {
    const loaded = new Promise((resolve) => (this.#loaded = resolve));
    await this.#call("Page.navigate", { url: "about:blank" });
    await loaded;
  }

  async #firstPaint() {
    for (let attempt = 0; attempt < 200; attempt++) {
      const { result } = await this.#call("Runtime.evaluate", { expression: PAINTED });
      if (result.value) {
        return result.value;
      }
      await pause(100);
    }
    throw new Error("Nothing was painted within 20 s.");
  }

  #call(method, params = {}) {
    const id = ++this.#last;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  #take({ id, result, method, params }) {
    if (id) {
      this.#answers.get(id)(result);
      this.#answers.delete(id);
    } else if (method === "Network.requestWillBeSent") {
      this.#asked.add(params.requestId);
    } else if (method === "Network.requestServedFromCache" || (method === "Network.responseReceived" && params.response.fromDiskCache)) {
      this.#asked.delete(params.requestId);
    } else if (method === "Page.loadEventFired") {
      this.#loaded();
    }
  }
}

async function measure(url, latency) {
  const profile = mkdtempSync(join(tmpdir(), "first-paint"));
  const browser = spawn(chromium, [...flags, `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  try {
    const port = await new Promise((resolve) => {
      let said = "";
      browser.stderr.on("data", (data) => {
        said += data;
        const match = /ws:\/\/[^:]+:(\d+)\//.exec(said);
        if (match) {
          resolve(match[1]);
        }
      });
    });
    const tab = await Tab.open(port, latency);
    const cold = await tab.visit(url);
    await tab.leave();
    return { cold, warm: await tab.visit(url) };
  } finally {
    browser.kill();
    await new Promise((resolve) => browser.once("exit", resolve));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const [latency, rounds, ...urls] = process.argv.slice(2);
for (let round = 0; round < Number(rounds); round++) {
  for (const url of urls) {
    const { cold, warm } = await measure(url, Number(latency));
    console.log(`${url} cold: ${cold.requests} requests, ${cold.paint} ms; warm: ${warm.requests} requests, ${warm.paint} ms`);
  }
}
process.exit();
