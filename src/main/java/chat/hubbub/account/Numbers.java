package chat.hubbub.account;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last number after each name of an account, which saves a search. It keeps 1,000
 * names; the least recently used are forgotten and start again. Not thread-safe.
 */
final class Numbers {

	static final int MAX_SIZE = 1_000;

	private final Map<String, Integer> last = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
			return size() > MAX_SIZE;
		}

	};

	/** The next number for a name, starting with 2. */
	int next(Username name) {
		return this.last.merge(name.key(), 2, (last, first) -> last + 1);
	}

	int size() {
		return this.last.size();
	}

}
