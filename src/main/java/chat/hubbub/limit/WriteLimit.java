package chat.hubbub.limit;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Counts what may change something, before anything is done for it. What is refused later
 * counts too: it cost a look. Thread-safe.
 */
final class WriteLimit implements HandlerInterceptor {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

	private final Throttles throttles;

	private final Function<HttpServletRequest, Optional<Object>> who;

	/**
	 * Creates a limit.
	 * @param throttles what slows each of them down
	 * @param who whom a request counts for, or empty if it does not count
	 */
	WriteLimit(Throttles throttles, Function<HttpServletRequest, Optional<Object>> who) {
		this.throttles = throttles;
		this.who = who;
	}

	/**
	 * Counts a request.
	 * @throws RateLimited if it is one too many
	 */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		// An answer that had to wait comes by here again.
		boolean again = request.getDispatcherType() == DispatcherType.ASYNC;
		if (!again && !SAFE.contains(request.getMethod())) {
			this.who.apply(request).ifPresent((key) -> this.throttles.of(key).take());
		}
		return true;
	}

}
