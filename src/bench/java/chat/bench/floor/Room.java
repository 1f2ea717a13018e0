package chat.bench.floor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The subscribers of one destination, and the messages that have not been sent to them
 * yet.
 */
final class Room {

	private static final ArrayDeque<Room> DIRTY = new ArrayDeque<>();

	private final String destination;

	private final Set<Guest> guests = new LinkedHashSet<>();

	private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

	private int messages;

	Room(String destination) {
		this.destination = destination;
	}

	void enter(Guest guest) {
		this.guests.add(guest);
	}

	void leave(Guest guest) {
		this.guests.remove(guest);
	}

	void say(byte[] body) {
		if (this.pending.size() == 0) {
			DIRTY.add(this);
		}
		byte[] head = ("MESSAGE\nsubscription:0\ndestination:" + this.destination + "\nmessage-id:" + this.messages++
				+ "\ncontent-type:application/json\ncontent-length:" + body.length + "\n\n")
			.getBytes(StandardCharsets.US_ASCII);
		byte[] frame = new byte[head.length + body.length + 1];
		System.arraycopy(head, 0, frame, 0, head.length);
		System.arraycopy(body, 0, frame, head.length, body.length);
		this.pending.writeBytes(WebSocket.text(frame));
	}

	static void flushAll() {
		for (Room room = DIRTY.poll(); room != null; room = DIRTY.poll()) {
			room.flush();
		}
	}

	private void flush() {
		ByteBuffer bytes = ByteBuffer.allocateDirect(this.pending.size()).put(this.pending.toByteArray()).flip();
		this.pending.reset();
		List<Guest> gone = new ArrayList<>();
		for (Guest guest : this.guests) {
			if (!guest.write(bytes.duplicate())) {
				gone.add(guest);
			}
		}
		gone.forEach(Guest::leave);
	}

}
