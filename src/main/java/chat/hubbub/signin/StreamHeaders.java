package chat.hubbub.signin;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Makes proxies pass on SockJS streams without delay: nginx would buffer them until their
 * end, and a compressing proxy until it has enough data.
 */
final class StreamHeaders implements HeaderWriter {

	private static final List<String> STREAMS = List.of("/xhr_streaming", "/eventsource", "/htmlfile");

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		if (STREAMS.stream().anyMatch(request.getRequestURI()::endsWith)) {
			String caching = response.getHeader(HttpHeaders.CACHE_CONTROL);
			response.setHeader(HttpHeaders.CACHE_CONTROL,
					(caching != null) ? caching + ", no-transform" : "no-transform");
			response.setHeader("X-Accel-Buffering", "no");
		}
	}

}
