package chat.hubbub.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

import org.springframework.util.unit.DataSize;

/**
 * An uploaded file on its way, in a file of its own that goes in any case. Not
 * thread-safe.
 */
final class Incoming implements AutoCloseable {

	private static final int CHUNK = 64 * 1024;

	/** After so many bytes the disk is looked at, and has them. */
	private static final int STEP = 1024 * 1024;

	/** After this time, an upload has to have a mean speed. */
	private static final long PATIENCE = 30_000_000_000L;

	private static final long LEAST_BYTES_A_SECOND = 1024;

	private final Path folder;

	private final FreeSpace disk;

	private final LongSupplier nanos;

	private final Semaphore turns;

	private Path file;

	private String hash = "";

	private long size;

	/**
	 * An empty file.
	 * @param turns so many uploads take the time of a processor at once, so that the
	 * conversation has the others
	 */
	Incoming(Path folder, FreeSpace disk, LongSupplier nanos, Semaphore turns) throws IOException {
		this.folder = folder;
		this.disk = disk;
		this.nanos = nanos;
		this.turns = turns;
		this.file = Files.createTempFile(folder, "upload", null);
	}

	/**
	 * Writes the body of a request to the file.
	 * @throws FileRefused if it is empty, larger than the maximum, too slow, or breaks
	 * off
	 */
	void receive(InputStream body, DataSize greatest) throws IOException {
		long began = this.nanos.getAsLong();
		byte[] chunk = new byte[CHUNK];
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.WRITE);
				DigestOutputStream target = digesting(Channels.newOutputStream(channel))) {
			for (int length = read(body, chunk); length >= 0; length = read(body, chunk)) {
				long before = this.size;
				this.size += length;
				if (this.size > greatest.toBytes()) {
					throw FileRefused.tooLarge(greatest);
				}
				refuseIfSlow(this.nanos.getAsLong() - began);
				write(target, chunk, length);
				if (before / STEP != this.size / STEP) {
					this.disk.require(0);
					// Otherwise the next commit of a message waits until the disk has
					// many megabytes.
					channel.force(false);
				}
			}
			this.hash = HexFormat.of().formatHex(target.getMessageDigest().digest());
		}
		if (this.size == 0) {
			throw FileRefused.empty();
		}
	}

	private void write(OutputStream target, byte[] chunk, int length) throws IOException {
		this.turns.acquireUninterruptibly();
		try {
			target.write(chunk, 0, length);
		}
		finally {
			this.turns.release();
		}
	}

	private static int read(InputStream body, byte[] chunk) {
		try {
			return body.read(chunk);
		}
		catch (IOException ex) {
			throw FileRefused.brokenOff();
		}
	}

	private void refuseIfSlow(long time) {
		if (time > PATIENCE && this.size < time / 1_000_000_000 * LEAST_BYTES_A_SECOND) {
			throw FileRefused.slow();
		}
	}

	/** Replaces the file by another one that is made of it. */
	<T> T replace(Making<T> making) throws IOException {
		Path other = Files.createTempFile(this.folder, "upload", null);
		try {
			T result;
			try (DigestOutputStream target = digesting(Files.newOutputStream(other))) {
				result = making.make(this.file, target);
				this.hash = HexFormat.of().formatHex(target.getMessageDigest().digest());
			}
			Path former = this.file;
			this.file = other;
			other = former;
			this.size = Files.size(this.file);
			return result;
		}
		finally {
			Files.deleteIfExists(other);
		}
	}

	private static DigestOutputStream digesting(OutputStream target) {
		try {
			return new DigestOutputStream(new BufferedOutputStream(target, CHUNK),
					MessageDigest.getInstance("SHA-256"));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/** Writes a further file, which goes with this one unless it is moved. */
	Path beside(byte[] bytes) throws IOException {
		return Files.write(this.file.resolveSibling(this.file.getFileName() + ".small"), bytes);
	}

	Path file() {
		return this.file;
	}

	/** The SHA-256 of its bytes. */
	String hash() {
		return this.hash;
	}

	long size() {
		return this.size;
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.file);
		Files.deleteIfExists(this.file.resolveSibling(this.file.getFileName() + ".small"));
	}

	/** Makes a file of another one. */
	@FunctionalInterface
	interface Making<T> {

		T make(Path from, OutputStream to) throws IOException;

	}

}
