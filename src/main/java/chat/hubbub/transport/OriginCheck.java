package chat.hubbub.transport;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Prevents pages of other sites from connecting in the name of their visitors: only the
 * server's own pages and those of {@code hubbub.origins} may use WebSockets and SockJS.
 * Programs send no {@code Origin} and are not affected. Spring checks the origin too, but
 * not for every SockJS request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class OriginCheck extends OncePerRequestFilter {

	private static final int HTTP = 80;

	private static final int HTTPS = 443;

	private final EdgeProperties properties;

	private final RefusedOrigins refused;

	private final HandlerExceptionResolver refusals;

	OriginCheck(EdgeProperties properties, RefusedOrigins refused,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
		this.properties = properties;
		this.refused = refused;
		this.refusals = refusals;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		// Over HTTP/2 a WebSocket has the method CONNECT and no Upgrade header (RFC
		// 8441).
		boolean webSocket = "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
				|| request.getMethod().equals("CONNECT");
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return !webSocket && !path.equals(OriginController.PATH) && !isSockJs(path, request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isFromElsewhere(request)) {
			String origin = request.getHeader(HttpHeaders.ORIGIN);
			if (origin != null) {
				this.refused.tell(origin, own(request), request.getRemoteAddr());
			}
			this.refusals.resolveException(request, response, null, new ForeignOrigin());
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private boolean isFromElsewhere(HttpServletRequest request) {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (origin != null) {
			return !origin.equals(own(request)) && !this.properties.origins().contains(origin.toLowerCase(Locale.ROOT));
		}
		return isSentByAnotherSite(request.getHeader("Sec-Fetch-Site"));
	}

	/**
	 * Browsers send no origin with requests for scripts, frames and links, but they send
	 * this header.
	 */
	private static boolean isSentByAnotherSite(@Nullable String site) {
		return "cross-site".equals(site) || "same-site".equals(site);
	}

	/** The server's own origin as browsers write it (RFC 6454, 6.1). */
	private static String own(HttpServletRequest request) {
		int port = request.getServerPort();
		boolean usual = port == (request.isSecure() ? HTTPS : HTTP);
		String host = request.getServerName().toLowerCase(Locale.ROOT);
		return request.getScheme() + "://" + host + (usual ? "" : ":" + port);
	}

	private static boolean isSockJs(String path, HttpServletRequest request) {
		return path.startsWith("/sockjs") || request.getServletPath().startsWith("/sockjs");
	}

}
