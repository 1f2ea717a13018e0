package chat.hubbub.cluster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import chat.hubbub.bus.StoredFact;

/**
 * The facts of one transaction. They are written at its end, because every transaction
 * with facts locks the same row. For the thread of the transaction.
 */
final class Announcements implements TransactionSynchronization {

	private final Changes changes;

	private final Runnable hint;

	private final Set<StoredFact> facts = new LinkedHashSet<>();

	private final List<Long> numbers = new ArrayList<>(1);

	private Announcements(Changes changes, Runnable hint) {
		this.changes = changes;
		this.hint = hint;
	}

	/**
	 * Adds a fact to the present transaction.
	 * @param hint tells the other nodes to look, after the commit
	 */
	static void add(StoredFact fact, Changes changes, Runnable hint) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			throw new IllegalStateException("A fact is announced in the transaction of its change");
		}
		TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter((each) -> each instanceof Announcements known && known.changes == changes)
			.map(Announcements.class::cast)
			.findFirst()
			.orElseGet(() -> register(new Announcements(changes, hint))).facts.add(fact);
	}

	private static Announcements register(Announcements fresh) {
		TransactionSynchronizationManager.registerSynchronization(fresh);
		return fresh;
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		this.facts.forEach((fact) -> this.numbers.add(this.changes.add(fact)));
	}

	@Override
	public void afterCommit() {
		this.changes.committed(this.numbers);
		this.hint.run();
	}

}
