package chat.hubbub.file.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.core.io.Resource;

/**
 * The bytes of files, by name. The bytes of a name never change, and a name is never used
 * again after it was deleted. Thread-safe.
 */
public interface Blobs {

	/**
	 * Keeps a file, which is on disk afterwards.
	 * @param name a new name: letters, digits, hyphens and dots
	 * @param file the file, which may be moved away
	 * @throws IOException if it cannot be kept; then there may be a part of it
	 */
	void put(String name, Path file) throws IOException;

	/**
	 * Reads a file.
	 * @param name its name
	 * @return its bytes, which are opened when they are read
	 */
	Resource get(String name);

	/**
	 * Deletes a file, if there is one.
	 * @param name its name
	 * @throws IOException if it is still there
	 */
	void delete(String name) throws IOException;

	/**
	 * Visits the names of old files, in portions.
	 * @param before only files that were kept before that time
	 * @param visitor gets the names
	 * @throws IOException if they cannot be read
	 */
	void visit(Instant before, Consumer<List<String>> visitor) throws IOException;

	/**
	 * Checks at the start that files can be kept.
	 * @throws BlobsUnusable if they cannot
	 */
	void check();

	/**
	 * Finds out whether a file can be kept now, with as little work as possible.
	 * @throws IOException if it cannot; the message says why
	 */
	void probe() throws IOException;

}
