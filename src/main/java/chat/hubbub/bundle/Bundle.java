package chat.hubbub.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.springframework.util.FileSystemUtils;

/**
 * Writes the page's files that the jar serves: one of each kind, plain and compressed. A
 * file's name contains a hash of its content, so that browsers may cache it for ever.
 */
public final class Bundle {

	private static final Pattern URL = Pattern.compile("url\\(\"([^\"]+)\"\\)");

	private static final int HASH_DIGITS = 12;

	private final Sources sources;

	private final Path folder;

	private final Map<String, String> names = new TreeMap<>();

	private Bundle(Sources sources, Path folder) {
		this.sources = sources;
		this.folder = folder;
	}

	/**
	 * Bundles the page of the class path.
	 * @param arguments the served folder, in which a folder {@code bundle} is created
	 * @throws IOException if it cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		Properties files = new Properties();
		try (InputStream list = Bundle.class.getResourceAsStream("/page.properties")) {
			files.load(list);
		}
		write(Sources.ofClassPath(), files, Path.of(arguments[0], "bundle"));
	}

	/**
	 * Writes the files and {@code files.properties}, which lists their names.
	 * @param sources the page's files
	 * @param files for each bundle the addresses of its parts
	 * @param folder the target; its old content is deleted
	 * @throws IOException if it cannot be written
	 */
	static void write(Sources sources, Properties files, Path folder) throws IOException {
		FileSystemUtils.deleteRecursively(folder);
		Files.createDirectories(folder);
		Bundle bundle = new Bundle(sources, folder);
		for (String file : files.stringPropertyNames()) {
			bundle.names.put(file, bundle.store(file, bundle.join(files.getProperty(file).split("\\s+"))));
		}
		StringBuilder index = new StringBuilder();
		bundle.names.forEach((file, name) -> index.append(file).append(" = bundle/").append(name).append('\n'));
		Files.writeString(folder.resolve("files.properties"), index);
	}

	private byte[] join(String[] parts) throws IOException {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		for (String part : parts) {
			joined.write(content(part));
			if (!part.endsWith(".png")) {
				joined.write('\n');
			}
		}
		return joined.toByteArray();
	}

	private byte[] content(String address) {
		if (address.endsWith(".css")) {
			return style(address).getBytes(StandardCharsets.UTF_8);
		}
		if (address.endsWith(".js") && !address.startsWith("webjars/")) {
			return Script.of(this.sources, address).getBytes(StandardCharsets.UTF_8);
		}
		return this.sources.read(address);
	}

	/** Stores the pictures of a style sheet beside it. */
	private String style(String address) {
		return URL.matcher(this.sources.text(address)).replaceAll((found) -> {
			String picture = URI.create(address).resolve(found.group(1)).toString();
			return "url(\"" + store(picture, this.sources.read(picture)) + "\")";
		});
	}

	private String store(String file, byte[] content) {
		int dot = file.lastIndexOf('.');
		String name = file.substring(0, dot) + "." + hash(content) + file.substring(dot);
		try {
			Files.write(this.folder.resolve(name), content);
			try (OutputStream zipped = new Gzip(Files.newOutputStream(this.folder.resolve(name + ".gz")))) {
				zipped.write(content);
			}
		}
		catch (IOException ex) {
			throw new BundleFault(file, "it cannot be written: " + ex.getMessage());
		}
		return name;
	}

	private static String hash(byte[] content) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
			return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/** Uses the best compression, since a build runs it only once. */
	private static final class Gzip extends GZIPOutputStream {

		Gzip(OutputStream out) throws IOException {
			super(out);
			this.def.setLevel(Deflater.BEST_COMPRESSION);
		}

	}

}
