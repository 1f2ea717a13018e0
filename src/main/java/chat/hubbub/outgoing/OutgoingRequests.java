package chat.hubbub.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends requests to addresses that users have given, as far as {@link AddressRules}
 * allow: each connection is checked, also after a redirect. It sends no cookies, tries
 * nothing twice, and limits the time and the bytes of an answer. Thread-safe; blocks.
 */
@Component
public class OutgoingRequests implements DisposableBean {

	private static final ContentType JSON = ContentType.create("application/json");

	private static final int MAX_REDIRECTS = 3;

	private static final int HTTP = 80;

	private static final int HTTPS = 443;

	/** A connection is used again if the body of its answer is not longer. */
	private static final int IGNORED_BYTES = 8 * 1024;

	private final CheckedResolver resolver;

	private final Exchanges exchanges;

	@Autowired
	OutgoingRequests(AddressRules rules) {
		this(rules, InetAddress::getAllByName);
	}

	OutgoingRequests(AddressRules rules, CheckedResolver.Lookup lookup) {
		this.resolver = new CheckedResolver(rules, lookup);
		this.exchanges = new Exchanges(this.resolver);
	}

	/**
	 * Checks an address that a user has given: its form, and where its host is now.
	 * @param text the address
	 * @return the address; each request to it is checked again
	 * @throws AddressForbidden if requests may not reach it, or if its host is unknown
	 */
	public URI check(String text) {
		URI address = AddressRules.read(text);
		try {
			this.resolver.resolve(address.getHost(), port(address));
			return address;
		}
		catch (UnknownHostException ex) {
			throw new AddressForbidden();
		}
	}

	private static int port(URI address) {
		if (address.getPort() > 0) {
			return address.getPort();
		}
		return address.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
	}

	/**
	 * Posts JSON. A redirect is an answer like any other.
	 * @param address the address
	 * @param headers further headers
	 * @param json the body
	 * @param within the maximum time of the request, without the look-up of the host
	 * @return the status of the answer
	 * @throws AddressForbidden if the request may not reach the address
	 * @throws IOException if there was no answer in time
	 */
	public int post(URI address, Map<String, String> headers, byte[] json, Duration within) throws IOException {
		return post(address, headers, JSON, json, within).status();
	}

	/**
	 * Posts a body of any type. A redirect is an answer like any other.
	 * @param address the address
	 * @param headers further headers
	 * @param type the content type
	 * @param body the body
	 * @param within the maximum time of the request, without the look-up of the host
	 * @return the answer
	 * @throws AddressForbidden if the request may not reach the address
	 * @throws IOException if there was no answer in time
	 */
	public Response post(URI address, Map<String, String> headers, String type, byte[] body, Duration within)
			throws IOException {
		return post(address, headers, ContentType.create(type), body, within);
	}

	private Response post(URI address, Map<String, String> headers, ContentType type, byte[] body, Duration within)
			throws IOException {
		HttpPost request = new HttpPost(AddressRules.read(address.toString()));
		headers.forEach(request::setHeader);
		request.setEntity(new ByteArrayEntity(body, type));
		Exchanged answer = this.exchanges.exchange(request, IGNORED_BYTES, System.nanoTime() + within.toNanos());
		return new Response(answer.status(), answer.retryAfter());
	}

	/**
	 * Reads from an address, and follows up to three redirects.
	 * @param address the address
	 * @param accept the wanted types
	 * @param maxBytes the maximum bytes of the body; the rest is not read
	 * @param within the maximum time with all redirects, without the look-ups of hosts
	 * @return the answer
	 * @throws AddressForbidden if the request may not reach the address, or one to which
	 * a redirect leads
	 * @throws IOException if there was no answer in time, or too many redirects
	 */
	public Answer get(URI address, String accept, int maxBytes, Duration within) throws IOException {
		long deadline = System.nanoTime() + within.toNanos();
		URI next = address;
		for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
			HttpGet request = new HttpGet(AddressRules.read(next.toString()));
			request.setHeader(HttpHeaders.ACCEPT, accept);
			Exchanged answer = this.exchanges.exchange(request, maxBytes, deadline);
			if (answer.location() == null) {
				return new Answer(answer.status(), next, answer.type(), answer.body());
			}
			next = answer.redirect(next);
		}
		throw new IOException("Too many redirects");
	}

	@Override
	public void destroy() throws IOException {
		this.exchanges.close();
	}

	/**
	 * The answer to a body that was posted.
	 *
	 * @param status the status code
	 * @param retryAfter the header {@code Retry-After}, or {@code null}
	 */
	public record Response(int status, @Nullable String retryAfter) {

	}

}
