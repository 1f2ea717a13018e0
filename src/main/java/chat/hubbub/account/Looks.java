package chat.hubbub.account;

import java.util.Set;

import com.ibm.icu.text.SpoofChecker;

/**
 * The skeletons of names, after Unicode TR39: names with a common skeleton look alike,
 * such as {@code ada} in Latin and in Cyrillic letters. Thread-safe.
 */
final class Looks {

	private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

	private static final String RESERVED = of(Account.DELETED);

	private Looks() {
	}

	/** The skeletons of a name as it is shown and in lower case. */
	static Set<String> of(Username name) {
		String shown = of(name.value());
		String key = of(name.key());
		return shown.equals(key) ? Set.of(shown) : Set.of(shown, key);
	}

	/** Whether a name looks like that of a deleted account. */
	static boolean reserved(Username name) {
		return of(name).stream().anyMatch((look) -> look.startsWith(RESERVED));
	}

	private static String of(String text) {
		return CHECKER.getSkeleton(text);
	}

}
