// @stomp/stompjs over WebSocket, or over SockJS with a third argument: PORT TOPIC [sockjs]
import { Client } from "@stomp/stompjs";
import SockJS from "sockjs-client";
import { WebSocket } from "ws";

const [port, topic, sockjs] = process.argv.slice(2);
const deadline = setTimeout(() => fail("too late"), 25_000);
let pings = 0;
let pongs = 0;
const client = new Client({
  debug: (line) => {
    pings += line === ">>> PING";
    pongs += line === "<<< PONG";
  },
  webSocketFactory: () =>
    sockjs
      ? new SockJS(`http://localhost:${port}/sockjs`, null, { transports: "xhr-streaming" })
      : new WebSocket(`ws://localhost:${port}/ws`, ["v12.stomp", "v11.stomp", "v10.stomp"]),
  connectHeaders: { login: "ada" },
  heartbeatIncoming: 1000,
  heartbeatOutgoing: 1000,
  reconnectDelay: 0,
  onStompError: (frame) => fail(frame.body),
  onConnect: () => converse().catch((fault) => fail(fault.message)),
});

function fail(reason) {
  console.error(reason);
  process.exit(1);
}

function receipt(id, act) {
  return new Promise((resolve) => {
    client.watchForReceipt(id, resolve);
    act({ receipt: id });
  });
}

function echo(body) {
  return new Promise((resolve, reject) => {
    const subscription = client.subscribe("/topic/echo", (message) => {
      subscription.unsubscribe();
      message.body === body ? resolve() : reject(new Error("not what was sent"));
    });
    client.publish({ destination: "/app/echo", body, headers: { "content-type": "text/plain" } });
  });
}

function heartBeats() {
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (pings >= 2 && pongs >= 2) {
        clearInterval(watch);
        resolve();
      }
    }, 100);
  });
}

async function converse() {
  await echo("Grüße 👋");
  await echo("x".repeat(65_536));
  const posted = new Promise((resolve) => client.subscribe(`/topic/chat.${topic}`, resolve));
  await receipt("1", (headers) =>
    client.publish({ destination: `/app/chat.${topic}`, body: JSON.stringify({ text: "Tee für 👋" }), headers }));
  const { text } = JSON.parse((await posted).body);
  if (text !== "Tee für 👋") {
    fail(`not what was posted: ${text}`);
  }
  await heartBeats();
  await echo("still here");
  await client.deactivate();
  clearTimeout(deadline);
  console.log("all is well");
}

client.activate();
