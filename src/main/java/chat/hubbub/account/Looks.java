package chat.hubbub.account;

import java.util.Set;

import com.ibm.icu.text.SpoofChecker;

/**
 * What names look like, after Unicode TR39: {@code ada} is the same in Latin and in
 * Cyrillic letters. Thread-safe.
 */
final class Looks {

	private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

	private static final String RESERVED = of(Account.DELETED);

	private Looks() {
	}

	/** What a name looks like as it is shown, and without its case. */
	static Set<String> of(Username name) {
		String shown = of(name.value());
		String key = of(name.key());
		return shown.equals(key) ? Set.of(shown) : Set.of(shown, key);
	}

	/** Whether a name looks like that of an account that was deleted. */
	static boolean reserved(Username name) {
		return of(name).stream().anyMatch((look) -> look.startsWith(RESERVED));
	}

	private static String of(String text) {
		return CHECKER.getSkeleton(text);
	}

}
