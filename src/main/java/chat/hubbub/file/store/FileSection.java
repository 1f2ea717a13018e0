package chat.hubbub.file.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of an open file from a place to another. Others may read the file, too. */
final class FileSection extends InputStream {

	private final FileChannel file;

	private final long end;

	private long at;

	FileSection(FileChannel file, long from, long end) {
		this.file = file;
		this.at = from;
		this.end = end;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (this.at >= this.end) {
			return -1;
		}
		int most = (int) Math.min(length, this.end - this.at);
		int count = this.file.read(ByteBuffer.wrap(target, offset, most), this.at);
		this.at += Math.max(0, count);
		return count;
	}

}
