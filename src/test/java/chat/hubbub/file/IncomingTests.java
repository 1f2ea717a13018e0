package chat.hubbub.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import chat.hubbub.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class IncomingTests {

	private static final DataSize GREATEST = DataSize.ofMegabytes(2);

	private static final String ROOM = "min-free=0";

	private static final String ANY_PART = "min-free-percent=0";

	@TempDir
	Path folder;

	private final Semaphore turns = new Semaphore(1, true);

	private long nanos;

	@AfterEach
	void leavesNothing() {
		assertThat(this.folder).isEmptyDirectory();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 64 * 1024, 64 * 1024 + 1, 2 * 1024 * 1024 })
	void writesAFileAndItsHash(int size) throws IOException, NoSuchAlgorithmException {
		byte[] bytes = "tea".repeat(size / 3 + 1).substring(0, size).getBytes(StandardCharsets.UTF_8);
		try (Incoming incoming = open(ROOM, ANY_PART)) {
			incoming.receive(new ByteArrayInputStream(bytes), GREATEST);
			assertThat(incoming.file()).hasBinaryContent(bytes);
			assertThat(incoming.size()).isEqualTo(size);
			assertThat(incoming.hash())
				.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
		}
	}

	@Test
	void writesOnlyInItsTurn() throws Exception {
		byte[] bytes = { 't', 'e', 'a' };
		try (Incoming incoming = open(ROOM, ANY_PART)) {
			this.turns.acquire();
			CompletableFuture<Void> received = CompletableFuture.runAsync(() -> {
				try {
					incoming.receive(new ByteArrayInputStream(bytes), GREATEST);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
			while (!this.turns.hasQueuedThreads()) {
				Thread.onSpinWait();
			}
			assertThat(received).isNotDone();
			this.turns.release();
			received.get(30, TimeUnit.SECONDS);
			assertThat(incoming.file()).hasBinaryContent(bytes);
			assertThat(this.turns.availablePermits()).isEqualTo(1);
		}
	}

	@Test
	void refusesAByteMoreThanTheMaximum() throws IOException {
		assertThat(refusal(new ByteArrayInputStream(new byte[2 * 1024 * 1024 + 1])).code())
			.isEqualTo("files.too-large");
	}

	@ParameterizedTest
	@CsvSource({ "25MB, 25 MB", "1MB, 1 MB", "1536KB, 1536 KB", "512KB, 512 KB", "1500B, 1500 B", "0B, 0 MB" })
	void saysTheMaximum(String size, String said) {
		assertThat(FileRefused.tooLarge(DataSize.parse(size)).sentence())
			.isEqualTo("This file is too large: the maximum is " + said + ".");
	}

	@Test
	void refusesAnEmptyFile() throws IOException {
		assertThat(refusal(InputStream.nullInputStream()).code()).isEqualTo("files.empty");
	}

	@Test
	void refusesAFileThatBreaksOff() throws IOException {
		InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("Connection reset");
			}

		});
		assertThat(refusal(broken).code()).isEqualTo("files.broken-off");
	}

	/** Each second has fewer bytes than a KiB. */
	@Test
	void refusesASlowFile() throws IOException {
		assertThat(refusal(trickle(1023)).code()).isEqualTo("files.slow");
		assertThat(this.nanos).isEqualTo(31_000_000_000L);
		try (Incoming incoming = open(ROOM, ANY_PART)) {
			incoming.receive(trickle(1024), GREATEST);
			assertThat(incoming.size()).isEqualTo(60 * 1024);
		}
	}

	@ParameterizedTest
	@CsvSource({ "min-free=1000TB, min-free-percent=0", "min-free=0, min-free-percent=200" })
	void looksAtTheDiskMeanwhile(String bytes, String part) throws IOException {
		try (Incoming incoming = open(bytes, part)) {
			assertThat(refusal(incoming, new ByteArrayInputStream(new byte[2_000_000])).code()).isEqualTo("files.full");
			assertThat(incoming.size()).isBetween(1024L * 1024, 1024L * 1024 + 64 * 1024);
		}
	}

	@Test
	void looksForRoomForTheWholeFile() {
		FreeSpace disk = new FreeSpace(List.of(this.folder), FileSettings.of(ROOM, ANY_PART));
		disk.require(1);
		assertThat(catchThrowableOfType(FileRefused.class, () -> disk.require(1L << 60)).code())
			.isEqualTo("files.full");
		FreeSpace away = new FreeSpace(List.of(this.folder, this.folder.resolve("away")),
				FileSettings.of(ROOM, ANY_PART));
		assertThat(catchThrowableOfType(FileRefused.class, () -> away.require(1)).code()).isEqualTo("files.full");
	}

	/** A minute, of which each read takes a second. */
	private InputStream trickle(int bytesASecond) {
		return new InputStream() {

			private int seconds;

			@Override
			public int read() {
				throw new UnsupportedOperationException();
			}

			@Override
			public int read(byte[] target, int offset, int length) {
				IncomingTests.this.nanos += 1_000_000_000L;
				return (++this.seconds > 60) ? -1 : bytesASecond;
			}

		};
	}

	private Refusal refusal(InputStream body) throws IOException {
		try (Incoming incoming = open(ROOM, ANY_PART)) {
			return refusal(incoming, body);
		}
	}

	private static Refusal refusal(Incoming incoming, InputStream body) {
		return catchThrowableOfType(FileRefused.class, () -> incoming.receive(body, GREATEST));
	}

	private Incoming open(String... settings) throws IOException {
		this.nanos = 0;
		return new Incoming(this.folder, new FreeSpace(List.of(this.folder), FileSettings.of(settings)),
				() -> this.nanos, this.turns);
	}

}
