package chat.hubbub.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

import chat.hubbub.store.StoreFaults;
import chat.hubbub.store.StoreUnavailable;

/**
 * Stores groups of units, and decides what becomes of a group that failed. While the
 * database is away, it tries again; otherwise it separates the units that cannot be
 * stored from the others. For the thread that writes.
 */
final class Storage {

	private final LogQueue queue;

	private final Additions additions;

	private final MessageStore store;

	private final Completion completion;

	private final Outage outage;

	/** Shows that the writer responds. */
	private final Runnable alive;

	private final FaultLog faults = new FaultLog();

	private @Nullable Doubt doubt;

	Storage(LogQueue queue, Additions additions, MessageStore store, Completion completion, Outage outage,
			Runnable alive) {
		this.queue = queue;
		this.additions = additions;
		this.store = store;
		this.completion = completion;
		this.outage = outage;
		this.alive = alive;
	}

	/** Stores units and additions, or refuses them. */
	void store(List<Unit> group, List<Addition> added) {
		if (group.isEmpty() && added.isEmpty() && this.doubt == null) {
			this.store.rest();
			return;
		}
		Throwable fault = this.outage.standing();
		if (fault == null) {
			fault = attempt(group, added);
			while (fault != null && this.outage.permitsAnother(fault)) {
				this.faults.waits(fault);
				this.alive.run();
				fault = attempt(group, added);
			}
		}
		if (fault != null) {
			storeApart(group, added, fault);
		}
	}

	/**
	 * Tries to store a group.
	 * @return the fault, or {@code null}
	 */
	private @Nullable Throwable attempt(List<Unit> group, List<Addition> added) {
		long began = this.outage.nanoTime();
		Commit commit;
		try {
			Commit settled = settle();
			commit = (settled != null) ? settled : this.store.store(group, added);
		}
		catch (CommitInDoubt ex) {
			this.doubt = Doubt.of(ex);
			return failed(ex, began);
		}
		catch (RuntimeException | Error ex) {
			return failed(ex, began);
		}
		this.outage.end();
		this.queue.refuseIfFull(false);
		complete(commit, added, began);
		return null;
	}

	private Throwable failed(Throwable fault, long began) {
		this.outage.note(fault, began);
		this.queue.refuseIfFull(this.outage.isUnderWay());
		return fault;
	}

	/**
	 * Finds out whether a commit whose answer was lost is stored. If its units wait no
	 * longer with the others, they get their answer now.
	 * @return the commit of the group that is being stored, if it is stored already
	 */
	private @Nullable Commit settle() {
		Doubt open = this.doubt;
		if (open == null) {
			return null;
		}
		boolean stored = this.store.isStored(open.cause());
		this.doubt = null;
		if (!open.isLeft()) {
			return stored ? open.cause().commit() : null;
		}
		if (stored) {
			complete(open.cause().commit(), List.of(), this.outage.nanoTime());
		}
		else {
			open.refuse();
		}
		return null;
	}

	private void complete(Commit commit, List<Addition> added, long began) {
		if (!commit.isEmpty()) {
			this.faults.recovered();
		}
		this.completion.complete(commit, added, this.outage.nanoTime() - began);
	}

	/**
	 * Stores a failed group again without its additions, if one of them ended the
	 * transaction. The others come with a later commit. Units whose commit is in doubt
	 * wait until it is settled, because they can be neither confirmed nor refused.
	 */
	private void storeApart(List<Unit> group, List<Addition> added, Throwable cause) {
		boolean guilty = added.stream().anyMatch(Addition::isToBlame);
		for (Addition addition : added) {
			if (addition.isToBlame() || (!guilty && group.isEmpty()) || StoreFaults.isOfTheStore(cause)) {
				addition.fail(cause);
			}
			else {
				this.additions.putBack(addition);
			}
		}
		if (this.doubt != null && !this.doubt.isLeft()) {
			this.faults.failed(cause);
			this.doubt = this.doubt.leave(group);
		}
		else if (guilty) {
			store(group, List.of());
		}
		else if (!group.isEmpty()) {
			storeOneByOne(group, cause);
		}
	}

	/**
	 * Stores the units of a failed group one by one, so that a unit that cannot be stored
	 * does not fail the others. This is not done for a lock, a failing disk or an absent
	 * database, which no unit causes: each unit would wait for it again.
	 */
	private void storeOneByOne(List<Unit> group, Throwable cause) {
		if (group.size() > 1 && !StoreFaults.isOfTheStore(cause)) {
			group.forEach((unit) -> store(List.of(unit), List.of()));
			return;
		}
		this.faults.failed(cause);
		group.forEach((unit) -> unit.refuse(new StoreUnavailable()));
	}

}
