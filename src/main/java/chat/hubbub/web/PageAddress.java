package chat.hubbub.web;

import org.springframework.core.env.Environment;

/**
 * The address of the page as a browser on this machine reaches it.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host that the server is bound to, {@code localhost} if it is bound to
 * all
 * @param port the port, even if the system chose it
 * @param path the context path, empty or with a leading slash
 */
record PageAddress(String scheme, String host, int port, String path) {

	static PageAddress of(Environment settings, int port) {
		String scheme = encrypted(settings) ? "https" : "http";
		String address = settings.getProperty("server.address", "0.0.0.0");
		boolean anywhere = address.equals("0.0.0.0") || address.equals("::");
		String host = address.contains(":") ? "[" + address + "]" : address;
		return new PageAddress(scheme, anywhere ? "localhost" : host, port,
				settings.getProperty("server.servlet.context-path", ""));
	}

	private static boolean encrypted(Environment settings) {
		return settings.getProperty("server.ssl.enabled", Boolean.class, true)
				&& (settings.containsProperty("server.ssl.bundle") || settings.containsProperty("server.ssl.key-store")
						|| settings.containsProperty("server.ssl.certificate"));
	}

	@Override
	public String toString() {
		return this.scheme + "://" + this.host + ":" + this.port + this.path;
	}

}
