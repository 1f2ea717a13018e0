package chat.hubbub.file;

import org.jspecify.annotations.Nullable;

import chat.hubbub.picture.Facts;

/**
 * A file whose bytes are kept, once for all messages that have it.
 *
 * @param name the name of its bytes: their SHA-256, and a word that tells them from
 * earlier ones that are being deleted
 * @param hash the SHA-256 of its bytes
 * @param size its size in bytes
 * @param type its content type
 * @param width the width of an upright picture in pixels, or {@code null}
 * @param height the height of an upright picture in pixels, or {@code null}
 * @param thumbnail the content type of its small form, or {@code null}
 */
record StoredFile(String name, String hash, long size, String type, @Nullable Integer width, @Nullable Integer height,
		@Nullable String thumbnail) {

	private static final String SMALL = ".thumbnail";

	static StoredFile of(String name, String hash, long size, String type, @Nullable Facts facts,
			@Nullable String thumbnail) {
		return new StoredFile(name, hash, size, type, (facts != null) ? facts.uprightWidth() : null,
				(facts != null) ? facts.uprightHeight() : null, thumbnail);
	}

	/** The name of the bytes of the small form of a file. */
	static String thumbnailOf(String name) {
		return name + SMALL;
	}

	/** The name of the file to which some bytes belong. */
	static String fileOf(String bytes) {
		return bytes.endsWith(SMALL) ? bytes.substring(0, bytes.length() - SMALL.length()) : bytes;
	}

}
