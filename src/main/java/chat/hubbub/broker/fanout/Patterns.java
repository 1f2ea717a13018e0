package chat.hubbub.broker.fanout;

import org.springframework.util.AntPathMatcher;

/**
 * Destinations with wildcards, as in Spring's simple broker: {@code ?} is one character,
 * {@code *} any part of one segment, {@code **} any segments. Each message is matched
 * against them, so only simple ones are allowed. Thread-safe.
 */
final class Patterns {

	/**
	 * The maximum number of wildcards in a destination; each further one could multiply
	 * the work.
	 */
	static final int MAX_WILDCARDS = 3;

	private static final AntPathMatcher MATCHER = new AntPathMatcher();

	private Patterns() {
	}

	/**
	 * Checks a destination that a client subscribes to.
	 * @throws SubscriptionFault if it is a pattern that is too complex
	 */
	static void check(String destination) {
		// Spring treats text in braces as a regular expression.
		boolean braces = destination.indexOf('{') >= 0 || destination.indexOf('}') >= 0;
		long wildcards = destination.replace("**", "*").chars().filter((next) -> next == '*' || next == '?').count();
		if (braces || wildcards > MAX_WILDCARDS) {
			throw SubscriptionFault.pattern();
		}
	}

	static boolean isPattern(String destination) {
		return MATCHER.isPattern(destination);
	}

	static boolean match(String pattern, String destination) {
		return MATCHER.match(pattern, destination);
	}

}
