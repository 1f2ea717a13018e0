package chat.hubbub.file.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.Resource;
import org.springframework.util.StreamUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** Every store of files keeps these. */
abstract class BlobsTests {

	/** Such as the SHA-256 of a file and a random word. */
	static final String NAME = "0123456789abcdef".repeat(4) + "-";

	@TempDir
	Path folder;

	abstract Blobs blobs();

	/** Also in parts, of which the last one is short or whole. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 100_000, S3Parts.SIZE, S3Parts.SIZE + 1, 2 * S3Parts.SIZE })
	void keepsTheBytes(int size) throws IOException {
		byte[] bytes = bytes(size);
		String name = keep("a1", bytes);
		Resource kept = blobs().get(name);
		assertThat(kept.exists()).isTrue();
		assertThat(kept.contentLength()).isEqualTo(size);
		try (InputStream read = kept.getInputStream()) {
			assertThat(Arrays.equals(read.readAllBytes(), bytes)).isTrue();
		}
	}

	@Test
	void readsAPart() throws IOException {
		byte[] bytes = bytes(100_000);
		Resource kept = blobs().get(keep("b1", bytes));
		assertThat(part(kept, 0, 0)).isEqualTo(Arrays.copyOf(bytes, 1));
		assertThat(part(kept, 70_000, 70_999)).isEqualTo(Arrays.copyOfRange(bytes, 70_000, 71_000));
		assertThat(part(kept, 99_999, 99_999)).isEqualTo(Arrays.copyOfRange(bytes, 99_999, 100_000));
		assertThat(kept.getInputStream().skip(100_001)).isEqualTo(100_000);
	}

	/** As Spring answers a request for a range. */
	private static byte[] part(Resource kept, long first, long last) throws IOException {
		ByteArrayOutputStream part = new ByteArrayOutputStream();
		try (InputStream read = kept.getInputStream()) {
			StreamUtils.copyRange(read, part, first, last);
		}
		return part.toByteArray();
	}

	@Test
	void deletes() throws IOException {
		String name = keep("c1", bytes(10));
		String other = keep("c2", bytes(10));
		blobs().delete(name);
		assertThat(blobs().get(name).exists()).isFalse();
		assertThatIOException().isThrownBy(() -> blobs().get(name).getInputStream().read());
		blobs().delete(name);
		assertThat(blobs().get(other).exists()).isTrue();
	}

	@Test
	void visitsOldNames() throws IOException {
		List<String> kept = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			kept.add(keep("d" + i, bytes(10)));
		}
		String small = NAME + "d0.thumbnail";
		blobs().put(small, file(bytes(5)));
		kept.add(small);
		assertThat(visited(Instant.now().plusSeconds(60))).containsAll(kept);
		assertThat(visited(Instant.now().minusSeconds(60))).doesNotContainAnyElementsOf(kept);
	}

	List<String> visited(Instant before) throws IOException {
		List<String> visited = new ArrayList<>();
		blobs().visit(before, visited::addAll);
		return visited;
	}

	@Test
	void aCheckLeavesNothing() throws IOException {
		List<String> before = visited(Instant.now().plusSeconds(60));
		blobs().check();
		blobs().probe();
		assertThat(visited(Instant.now().plusSeconds(60))).hasSameElementsAs(before);
	}

	String keep(String word, byte[] bytes) throws IOException {
		String name = NAME + word + Integer.toHexString(bytes.length);
		blobs().put(name, file(bytes));
		return name;
	}

	Path file(byte[] bytes) throws IOException {
		return Files.write(Files.createTempFile(this.folder, "upload", null), bytes);
	}

	static byte[] bytes(int size) {
		byte[] bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}

}
