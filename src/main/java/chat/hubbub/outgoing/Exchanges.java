package chat.hubbub.outgoing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.CookieSpecFactory;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/** Single requests and their answers, each with a deadline. Thread-safe; blocks. */
final class Exchanges implements Closeable {

	/** A slow receiver must not keep a connection from others. */
	private static final int MAX_CONNECTIONS = 1_000;

	private static final Timeout CONNECT = Timeout.ofSeconds(5);

	/** A receiver may close a connection that is kept for longer. */
	private static final TimeValue KEPT = TimeValue.ofSeconds(30);

	/**
	 * An idle connection is tested before it is used, because a request is not repeated.
	 */
	private static final TimeValue TESTED = TimeValue.ofMilliseconds(500);

	private static final int MAX_HEADERS = 100;

	private static final int MAX_LINE = 8 * 1024;

	private static final int FIRST_REDIRECT = 300;

	private static final int LAST_REDIRECT = 399;

	/** Loaded with the first request, since most servers send none. */
	private final SingletonSupplier<CloseableHttpClient> client;

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, (task) -> {
		Thread thread = new Thread(task, "outgoing-limit");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean used;

	Exchanges(CheckedResolver resolver) {
		this.client = SingletonSupplier.of(() -> client(resolver));
		this.timer.setRemoveOnCancelPolicy(true);
	}

	/**
	 * Sends a request.
	 * @param maxBytes the maximum bytes of the body; the rest is not read
	 * @param deadline the nano time at which the request is given up
	 */
	Exchanged exchange(HttpUriRequestBase request, int maxBytes, long deadline) throws IOException {
		this.used = true;
		AtomicBoolean late = new AtomicBoolean();
		Future<?> limit = this.timer.schedule(() -> {
			late.set(true);
			request.cancel();
		}, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
		try {
			ClassicHttpResponse response = this.client.obtain()
				.executeOpen(RoutingSupport.determineHost(request), request, HttpClientContext.create());
			try {
				return read(response, maxBytes);
			}
			finally {
				end(request, response);
			}
		}
		catch (HttpException ex) {
			throw new IOException("The address has no host", ex);
		}
		// A request that is cancelled while it connects fails with the second.
		catch (IOException | IllegalStateException ex) {
			if (late.get()) {
				throw new InterruptedIOException("No answer in time");
			}
			throw ex;
		}
		finally {
			limit.cancel(false);
		}
	}

	/**
	 * Ends the connection unless the answer was read to its end. Otherwise the client
	 * would read the rest.
	 */
	private static void end(HttpUriRequestBase request, ClassicHttpResponse response) {
		request.cancel();
		Closer.closeQuietly(response);
	}

	private static Exchanged read(ClassicHttpResponse response, int maxBytes) throws IOException {
		int status = response.getCode();
		boolean redirect = status >= FIRST_REDIRECT && status <= LAST_REDIRECT;
		return new Exchanged(status, redirect ? header(response, HttpHeaders.LOCATION) : null,
				header(response, HttpHeaders.CONTENT_TYPE), header(response, HttpHeaders.RETRY_AFTER),
				body(response, maxBytes));
	}

	private static byte[] body(ClassicHttpResponse response, int maxBytes) throws IOException {
		if (response.getEntity() == null) {
			return new byte[0];
		}
		InputStream content = response.getEntity().getContent();
		byte[] body = content.readNBytes(maxBytes);
		if (body.length == maxBytes) {
			// Beyond the end, the connection is free for the next request.
			int unused = content.read();
		}
		return body;
	}

	private static @Nullable String header(ClassicHttpResponse response, String name) {
		Header header = response.getFirstHeader(name);
		return (header != null) ? header.getValue() : null;
	}

	@Override
	public void close() throws IOException {
		this.timer.shutdownNow();
		if (this.used) {
			this.client.obtain().close();
		}
	}

	private static CloseableHttpClient client(CheckedResolver resolver) {
		return HttpClients.custom()
			.setConnectionManager(connections(resolver))
			.setDefaultRequestConfig(
					RequestConfig.custom().setRedirectsEnabled(false).setConnectionRequestTimeout(CONNECT).build())
			// The list of public suffixes is only for cookies.
			.setDefaultCookieSpecRegistry(RegistryBuilder.<CookieSpecFactory>create().build())
			.disableCookieManagement()
			.disableAuthCaching()
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableContentCompression()
			.setUserAgent("Hubbub")
			.build();
	}

	private static PoolingHttpClientConnectionManager connections(CheckedResolver resolver) {
		return PoolingHttpClientConnectionManagerBuilder.create()
			.setDnsResolver(resolver)
			.setTlsSocketStrategy(
					new DefaultClientTlsStrategy(SSLContexts.createSystemDefault(), new DefaultHostnameVerifier()))
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(CONNECT)
				.setTimeToLive(KEPT)
				.setValidateAfterInactivity(TESTED)
				.build())
			.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
				.http1Config(Http1Config.custom().setMaxHeaderCount(MAX_HEADERS).setMaxLineLength(MAX_LINE).build())
				.build())
			.setMaxConnTotal(MAX_CONNECTIONS)
			.setMaxConnPerRoute(MAX_CONNECTIONS)
			.build();
	}

}
