package chat.hubbub.limit;

import chat.hubbub.account.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts the searches of an account, because each visits many names. Thread-safe. */
final class SearchLimit implements HandlerInterceptor {

	private final Throttles throttles;

	SearchLimit(Throttles throttles) {
		this.throttles = throttles;
	}

	/**
	 * Counts a request.
	 * @throws RateLimited if the rate is exceeded
	 */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Long account = Visitor.of(request.getUserPrincipal()).account();
		if (account != null) {
			this.throttles.of(account).take();
		}
		return true;
	}

}
