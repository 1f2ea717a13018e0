package chat.hubbub.unread;

import org.jspecify.annotations.Nullable;

/**
 * A change of a mark.
 *
 * @param read the number up to which the topic was read, or {@code null} if that does not
 * change
 * @param back whether the mark may move back to that number
 * @param level the new level, or {@code null} if it does not change
 * @param favourite whether the topic is a favourite, or {@code null} if that does not
 * change
 */
record Change(@Nullable Long read, boolean back, @Nullable Level level, @Nullable Boolean favourite) {

	/** No change. */
	static final Change NONE = new Change(null, false, null, null);

	/** A move, which goes back only if that was asked for: devices race. */
	static Change moved(long read, boolean back) {
		return new Change(read, back, null, null);
	}

	/** A change of the level, of the favourite, or of both. */
	static Change preferring(@Nullable Level level, @Nullable Boolean favourite) {
		return new Change(null, false, level, favourite);
	}

	/** This change and a later one together. */
	Change then(Change later) {
		Long furthest = furthest(later);
		return new Change(furthest, this.back || later.back, (later.level != null) ? later.level : this.level,
				(later.favourite != null) ? later.favourite : this.favourite);
	}

	private @Nullable Long furthest(Change later) {
		if (this.read == null || later.read == null || later.back) {
			return (later.read != null) ? later.read : this.read;
		}
		return Math.max(this.read, later.read);
	}

	/** The mark after this change. */
	Mark of(Mark mark) {
		Change before = new Change(mark.read(), false, mark.level(), mark.favourite());
		Change after = before.then(this);
		return new Mark(after.read, (after.level != null) ? after.level : Level.ALL,
				Boolean.TRUE.equals(after.favourite));
	}

}
