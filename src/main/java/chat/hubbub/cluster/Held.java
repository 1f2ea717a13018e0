package chat.hubbub.cluster;

/** A commit of which some parts wait at the sequencer, which guards it. */
final class Held {

	private final boolean own;

	private final Runnable later;

	private int parts;

	Held(boolean own, Runnable later) {
		this.own = own;
		this.later = later;
	}

	/** Whether this node has made it. */
	boolean isOwn() {
		return this.own;
	}

	void hold() {
		this.parts++;
	}

	/** Returns whether all parts have been let through. */
	boolean pass() {
		this.parts--;
		return this.parts == 0;
	}

	boolean isHeld() {
		return this.parts > 0;
	}

	Runnable later() {
		return this.later;
	}

}
