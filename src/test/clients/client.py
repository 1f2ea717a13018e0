"""stomp.py over TCP: PORT TOPIC"""
import queue
import sys

import stomp

port, topic = int(sys.argv[1]), sys.argv[2]
events = queue.Queue()


class Listener(stomp.ConnectionListener):
    def on_message(self, frame):
        events.put(("message", frame.body))

    def on_receipt(self, frame):
        events.put(("receipt", frame.headers["receipt-id"]))

    def on_error(self, frame):
        events.put(("error", frame.body))

    def on_heartbeat(self):
        events.put(("heart-beat", ""))

    def on_disconnected(self):
        events.put(("disconnected", ""))


def expect(*wanted):
    wanted = list(wanted)
    while wanted:
        event = events.get(timeout=20)
        if event in wanted:
            wanted.remove(event)
        elif event[0] != "heart-beat":
            sys.exit(f"unexpected: {event[0]} {event[1][:80]}")


connection = stomp.Connection12([("localhost", port)], heartbeats=(1000, 1000))
connection.set_listener("", Listener())
connection.connect("ada", "", wait=True)
connection.subscribe(f"/topic/chat.{topic}", id="chat", headers={"receipt": "1"})
expect(("receipt", "1"))
connection.subscribe("/topic/echo", id="echo", headers={"receipt": "2"})
expect(("receipt", "2"))
connection.send("/app/echo", "Grüße 👋", content_type="text/plain", receipt="3")
expect(("message", "Grüße 👋"), ("receipt", "3"))
connection.send("/app/echo", "x" * 65536, content_type="text/plain", receipt="4")
expect(("message", "x" * 65536), ("receipt", "4"))
connection.send(f"/app/chat.{topic}", "Tee für 👋", content_type="text/plain", receipt="5")
kind, body = events.get(timeout=20)
while kind == "heart-beat":
    kind, body = events.get(timeout=20)
if kind != "message" or "Tee für 👋" not in body:
    sys.exit(f"not what was posted: {kind} {body}")
expect(("receipt", "5"), ("heart-beat", ""), ("heart-beat", ""))
connection.disconnect(receipt="bye")
expect(("receipt", "bye"), ("disconnected", ""))
print("all is well")
