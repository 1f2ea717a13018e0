package chat.hubbub.message;

import java.util.List;

/**
 * The new events of one commit. Immutable.
 *
 * @param entries the events, in their order
 * @param changed the messages that these events changed, in their new state
 * @param bytes the approximate size on the heap
 */
public record Committed(List<LogEntry> entries, List<Posted> changed, long bytes) {

	static Committed of(List<LogEntry> entries, List<Posted> changed) {
		long bytes = 0;
		for (LogEntry entry : entries) {
			bytes += entry.bytes();
		}
		return new Committed(entries, changed, bytes);
	}

}
