package chat.hubbub.unread;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The guests of browsers who are not online on this node, but may come back or come from
 * another one. Limited in bytes: of more, the one with the oldest news is forgotten.
 * Thread-safe.
 */
final class AbsentGuests {

	private final long maxBytes;

	private final Map<String, Reader> guests = new LinkedHashMap<>();

	private long bytes;

	AbsentGuests(long maxBytes) {
		this.maxBytes = maxBytes;
	}

	/** Adds a guest who is not here. */
	synchronized void add(Reader guest) {
		this.guests.put(guest.key(), guest);
		this.bytes += guest.bytes();
		Iterator<Reader> oldest = this.guests.values().iterator();
		while (this.bytes > this.maxBytes && oldest.hasNext()) {
			this.bytes -= oldest.next().bytes();
			oldest.remove();
		}
	}

	/** Removes a guest, who may change afterwards; {@code null} if it is not here. */
	synchronized @Nullable Reader take(String key) {
		Reader guest = this.guests.remove(key);
		if (guest != null) {
			this.bytes -= guest.bytes();
		}
		return guest;
	}

}
