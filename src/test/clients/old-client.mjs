// stompjs 2.3.3 or webstomp-client over WebSocket, with the sub-protocols that it offers by itself, or those given: PORT TOPIC LIBRARY [SUB-PROTOCOL]
import stompjs from "stompjs";
import webstomp from "webstomp-client";
import { WebSocket } from "ws";

globalThis.WebSocket = WebSocket;

const [port, topic, library, subProtocol] = process.argv.slice(2);
const url = `ws://localhost:${port}/ws`;
const deadline = setTimeout(() => fail("too late"), 25_000);
const client = open();
const heartBeats = { sent: 0, received: 0 };
client.heartbeat = { outgoing: 1000, incoming: 1000 };
client.debug = (line) => {
  heartBeats.sent += line === ">>> PING";
  heartBeats.received += line === "<<< PONG";
};

function open() {
  if (library === "stompjs") {
    return subProtocol ? stompjs.client(url, [subProtocol]) : stompjs.client(url);
  }
  return webstomp.client(url, subProtocol ? { protocols: [subProtocol] } : undefined);
}

function fail(reason) {
  console.error(reason.body ?? reason);
  process.exit(1);
}

function echo(body) {
  return new Promise((resolve, reject) => {
    const subscription = client.subscribe("/topic/echo", (message) => {
      subscription.unsubscribe();
      message.body === body ? resolve() : reject(new Error("not what was sent"));
    });
    send("/app/echo", body, { "content-type": "text/plain" });
  });
}

/** Each has its own order of parameters. */
function send(destination, body, headers) {
  client.send(destination, ...(library === "stompjs" ? [headers, body] : [body, headers]));
}

/** Longer than the server waits for heart-beats that were agreed on. */
function stay(version) {
  return new Promise((resolve) => {
    if (version === "1.0") {
      setTimeout(resolve, 4000);
      return;
    }
    const watch = setInterval(() => {
      if (heartBeats.sent >= 4 && heartBeats.received >= 4) {
        clearInterval(watch);
        resolve();
      }
    }, 100);
  });
}

async function converse({ version }) {
  await echo("Grüße");
  await echo("x".repeat(65_536));
  const posted = new Promise((resolve) => client.subscribe(`/topic/chat.${topic}`, resolve));
  send(`/app/chat.${topic}`, JSON.stringify({ text: "Tee für 👋" }), {});
  const { text } = JSON.parse((await posted).body);
  if (text !== "Tee für 👋") {
    fail(`not what was posted: ${text}`);
  }
  await stay(version);
  await echo("still here");
  clearTimeout(deadline);
  client.disconnect(() => console.log(`all is well in ${version}`));
}

client.connect({ login: "ada" }, (connected) => converse(connected.headers).catch(fail), fail);
