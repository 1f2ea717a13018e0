package chat.hubbub.limit;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Counts requests that may change something, before they cause any work. Requests that
 * are refused later count too, because they also cost work. Thread-safe.
 */
final class WriteLimit implements HandlerInterceptor {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

	private final Throttles throttles;

	private final Function<HttpServletRequest, Optional<Object>> who;

	/**
	 * Creates a limit.
	 * @param throttles the throttles for each key
	 * @param who the key of a request, or empty if it does not count
	 */
	WriteLimit(Throttles throttles, Function<HttpServletRequest, Optional<Object>> who) {
		this.throttles = throttles;
		this.who = who;
	}

	/**
	 * Counts a request.
	 * @throws RateLimited if the rate is exceeded
	 */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		// A delayed answer passes this method a second time.
		boolean again = request.getDispatcherType() == DispatcherType.ASYNC;
		if (!again && !SAFE.contains(request.getMethod())) {
			this.who.apply(request).ifPresent((key) -> this.throttles.of(key).take());
		}
		return true;
	}

}
