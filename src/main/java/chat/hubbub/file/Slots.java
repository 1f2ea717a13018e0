package chat.hubbub.file;

import java.util.HashMap;
import java.util.Map;

/**
 * The uploads that are under way, which take a thread each. Thread-safe.
 */
final class Slots {

	static final int ALL = 48;

	static final int OF_ONE = 12;

	private final Map<Payer, Integer> taken = new HashMap<>();

	private int count;

	/**
	 * Begins an upload.
	 * @throws FileRefused if too many are under way
	 */
	synchronized void take(Payer payer) {
		int own = this.taken.getOrDefault(payer, 0);
		if (this.count >= ALL || own >= OF_ONE) {
			throw FileRefused.busy();
		}
		this.count++;
		this.taken.put(payer, own + 1);
	}

	/** Ends an upload that has begun. */
	synchronized void giveBack(Payer payer) {
		this.count--;
		this.taken.computeIfPresent(payer, (key, own) -> (own > 1) ? own - 1 : null);
	}

}
