package chat.hubbub.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.webjars.WebJarVersionLocator;

/** The page's files as the server serves them. */
@FunctionalInterface
interface Sources {

	/**
	 * Reads a file.
	 * @param address its address, relative to that of the page
	 * @return its bytes
	 * @throws BundleFault if there is no such file
	 */
	byte[] read(String address);

	default String text(String address) {
		return new String(read(address), StandardCharsets.UTF_8);
	}

	/** The files in {@code static/} and in webjars on the class path. */
	static Sources ofClassPath() {
		WebJarVersionLocator webjars = new WebJarVersionLocator();
		return (address) -> {
			try (InputStream file = Sources.class.getClassLoader().getResourceAsStream(resource(webjars, address))) {
				if (file == null) {
					throw new BundleFault(address, "there is no such file");
				}
				return file.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
	}

	private static String resource(WebJarVersionLocator webjars, String address) {
		if (!address.startsWith("webjars/")) {
			return "static/" + address;
		}
		String[] parts = address.split("/", 3);
		@Nullable String path = webjars.fullPath(parts[1], parts[2]);
		if (path == null) {
			throw new BundleFault(address, "there is no such webjar");
		}
		return path;
	}

}
