package chat.hubbub.broker.fanout;

import org.springframework.util.AntPathMatcher;

/**
 * Destinations with wildcards, as Spring's simple broker has them: {@code ?} is one
 * character, {@code *} any of one segment, {@code **} any segments. They are matched
 * against each message, so they are kept simple. Thread-safe.
 */
final class Patterns {

	/** How many wildcards a destination may have: each more could multiply the work. */
	static final int MAX_WILDCARDS = 3;

	private static final AntPathMatcher MATCHER = new AntPathMatcher();

	private Patterns() {
	}

	/**
	 * Checks a destination that a client subscribes to.
	 * @throws SubscriptionFault if it is a pattern that is not simple
	 */
	static void check(String destination) {
		// Spring takes what stands in braces for a regular expression.
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
