package chat.hubbub.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

import chat.hubbub.store.StoreUnavailable;

/**
 * A commit whose answer was lost. Before it is known whether it is stored, its units can
 * be neither confirmed nor refused, and nothing else is stored.
 *
 * @param cause the fault
 * @param left its units, if they wait no longer with those behind them; otherwise
 * {@code null}
 */
record Doubt(CommitInDoubt cause, @Nullable List<Unit> left) {

	/** The commit of the units that are being stored. */
	static Doubt of(CommitInDoubt cause) {
		return new Doubt(cause, null);
	}

	/** The same when those behind it are refused. */
	Doubt leave(List<Unit> group) {
		return new Doubt(this.cause, List.copyOf(group));
	}

	boolean isLeft() {
		return this.left != null;
	}

	/** It is not stored, and is not tried again. */
	void refuse() {
		if (this.left != null) {
			this.left.forEach((unit) -> unit.refuse(new StoreUnavailable()));
		}
	}

}
