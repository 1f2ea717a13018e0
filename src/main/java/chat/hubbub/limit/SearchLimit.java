package chat.hubbub.limit;

import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts searches, because each visits many rows or names. Thread-safe. */
final class SearchLimit implements HandlerInterceptor {

	private final Throttles throttles;

	private final Function<HttpServletRequest, Optional<Object>> who;

	/**
	 * Creates a limit.
	 * @param throttles the throttles for each key
	 * @param who the key of a request, or empty if it does not count
	 */
	SearchLimit(Throttles throttles, Function<HttpServletRequest, Optional<Object>> who) {
		this.throttles = throttles;
		this.who = who;
	}

	/**
	 * Counts a request.
	 * @throws RateLimited if the rate is exceeded
	 */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		this.who.apply(request).ifPresent((key) -> this.throttles.of(key).take());
		return true;
	}

}
