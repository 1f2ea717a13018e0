package chat.hubbub.file.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of an object, which is asked for when they are read: a reader that first
 * skips to a place gets only those from there on. Not thread-safe.
 */
final class S3Stream extends InputStream {

	private final long length;

	private final Source source;

	private @Nullable ResponseInputStream<GetObjectResponse> bytes;

	private long at;

	S3Stream(long length, Source source) {
		this.length = length;
		this.source = source;
	}

	@Override
	public long skip(long count) throws IOException {
		if (this.bytes != null) {
			return super.skip(count);
		}
		long skipped = Math.max(0, Math.min(count, this.length - this.at));
		this.at += skipped;
		return skipped;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int count) throws IOException {
		if (count == 0) {
			return 0;
		}
		if (this.at >= this.length) {
			return -1;
		}
		if (this.bytes == null) {
			this.bytes = this.source.open(this.at);
		}
		int read = this.bytes.read(target, offset, count);
		if (read < 0) {
			throw new EOFException("The store of files ended an object early");
		}
		this.at += read;
		return read;
	}

	/** Without the rest, which would come first otherwise. */
	@Override
	public void close() throws IOException {
		if (this.bytes == null) {
			return;
		}
		if (this.at < this.length) {
			this.bytes.abort();
		}
		else {
			this.bytes.close();
		}
	}

	/** Opens the bytes from a place on. */
	@FunctionalInterface
	interface Source {

		ResponseInputStream<GetObjectResponse> open(long from) throws IOException;

	}

}
