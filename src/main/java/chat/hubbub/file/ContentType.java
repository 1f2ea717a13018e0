package chat.hubbub.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** The type of a file, which its bytes decide, not its name. */
final class ContentType {

	/** Of a file that is only offered for download. */
	static final String ANY = "application/octet-stream";

	private static final String TEXT = "text/plain";

	private static final int MAX_LENGTH = 100;

	/** Other names of the same type, or of a type within it. */
	private static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("audio/vnd.wave", "audio/wav"),
			Map.entry("audio/x-wav", "audio/wav"), Map.entry("audio/x-flac", "audio/flac"),
			Map.entry("audio/vorbis", "audio/ogg"), Map.entry("audio/opus", "audio/ogg"),
			Map.entry("audio/x-oggflac", "audio/ogg"), Map.entry("audio/x-oggpcm", "audio/ogg"),
			Map.entry("audio/speex", "audio/ogg"), Map.entry("application/ogg", "audio/ogg"),
			Map.entry("video/theora", "video/ogg"), Map.entry("video/x-dirac", "video/ogg"),
			Map.entry("video/x-m4v", "video/mp4"), Map.entry("application/mp4", "video/mp4"),
			Map.entry("audio/x-aac", "audio/aac"), Map.entry("image/x-ms-bmp", "image/bmp"));

	/** The types that a browser shows and that cannot run. */
	private static final Set<String> SAFE = Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif",
			"image/bmp", "audio/mpeg", "audio/ogg", "audio/wav", "audio/flac", "audio/mp4", "audio/aac", "video/mp4",
			"video/webm", "video/ogg", "video/quicktime", TEXT);

	private ContentType() {
	}

	/**
	 * The type of a file.
	 * @return at most 100 characters
	 */
	static String of(Path file) throws IOException {
		try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
			String type = Detection.TYPES.detect(bytes, new Metadata()).getBaseType().toString();
			if (type.equals("application/x-matroska") && isWebm(file)) {
				return "video/webm";
			}
			return (type.length() <= MAX_LENGTH) ? ALIASES.getOrDefault(type, type) : ANY;
		}
	}

	/** The name of the kind of document stands near its start. */
	private static boolean isWebm(Path file) throws IOException {
		try (InputStream bytes = Files.newInputStream(file)) {
			return new String(bytes.readNBytes(64), java.nio.charset.StandardCharsets.ISO_8859_1).contains("webm");
		}
	}

	/** Whether a browser may show it in place of a download. */
	static boolean isSafe(String type) {
		return SAFE.contains(type);
	}

	/** The type with which it is sent. Only a safe one is sent under its own name. */
	static String served(String type) {
		if (type.equals(TEXT)) {
			return TEXT + ";charset=UTF-8";
		}
		return isSafe(type) ? type : ANY;
	}

	/** Read when it is first needed, because that takes time. */
	private static final class Detection {

		private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

	}

}
