package chat.hubbub.limit;

import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Limits the body of a request. Jetty by itself reads a body of any size, and the JSON
 * parser keeps a text in memory before its length is checked.
 */
@Component
class BodyLimit implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	/**
	 * The same as the limit of a WebSocket message, because SockJS posts the same
	 * content.
	 */
	static final DataSize MOST = DataSize.ofMegabytes(1);

	/**
	 * The limit of a webhook, whose body is complete in memory before it is read. It is
	 * that of a frame, which has room for any text.
	 */
	static final DataSize HOOK = DataSize.ofKilobytes(256);

	private static final int ANY = -1;

	/** The path of an upload, which has a limit of its own and is not kept in memory. */
	private static final Pattern UPLOAD = Pattern.compile(".*/api/topics/[^/]+/uploads");

	private static final Pattern HOOKS = Pattern.compile(".*/hooks/[^/]+");

	@Override
	public void customize(JettyServletWebServerFactory factory) {
		factory.addServerCustomizers((server) -> {
			server.insertHandler(new Limit(MOST, (request) -> !isUpload(request)));
			server.insertHandler(new Limit(HOOK, BodyLimit::isHook));
		});
	}

	private static boolean isUpload(Request request) {
		return request.getMethod().equals("POST") && UPLOAD.matcher(path(request)).matches();
	}

	/** A topic may be called "hooks". */
	private static boolean isHook(Request request) {
		return HOOKS.matcher(path(request)).matches() && !isUpload(request);
	}

	private static String path(Request request) {
		return request.getHttpURI().getCanonicalPath();
	}

	/** The limit of some requests. */
	private static final class Limit extends SizeLimitHandler {

		private final Predicate<Request> which;

		Limit(DataSize most, Predicate<Request> which) {
			super(most.toBytes(), ANY);
			this.which = which;
		}

		@Override
		public boolean handle(Request request, Response response, Callback callback) throws Exception {
			Handler next = getHandler();
			boolean free = next != null && !this.which.test(request);
			return free ? next.handle(request, response, callback) : super.handle(request, response, callback);
		}

	}

}
