package chat.hubbub.message;

import java.time.Instant;

/**
 * What became of an entry.
 *
 * @param entry the entry
 * @param posted the event that stands for it in the log
 * @param fresh whether this entry made the event; if not, the draft's id did before
 */
record Stored(Entry entry, Posted posted, boolean fresh) {

	static Stored fresh(Entry entry, long seq, Instant now) {
		Draft draft = entry.draft();
		return new Stored(entry,
				Posted.of(entry.topic(), seq, draft.id(), entry.sender().getName(), draft.text(), now, draft.headers()),
				true);
	}

}
