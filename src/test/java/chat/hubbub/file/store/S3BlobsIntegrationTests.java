package chat.hubbub.file.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import chat.hubbub.fixture.FreePort;
import chat.hubbub.fixture.S3Server;
import chat.hubbub.fixture.TcpProxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

/** Files in a real store, which may be away or be set up in a wrong way. */
class S3BlobsIntegrationTests extends BlobsTests {

	private static final Duration SILENCE = Duration.ofSeconds(1);

	private static final String PREFIX = "files/";

	@RegisterExtension
	static final S3Server server = new S3Server();

	private static S3Client client;

	private static S3Blobs blobs;

	@BeforeAll
	static void start() {
		client = S3Clients.open(settings(server.port()), Duration.ofSeconds(10));
		// So that a list has several pages.
		blobs = new S3Blobs(settings(server.port()), Duration.ofSeconds(10), 2);
	}

	@AfterAll
	static void stop() {
		blobs.close();
		client.close();
	}

	@Override
	Blobs blobs() {
		return blobs;
	}

	/** Another program may share the bucket. */
	@Test
	void visitsNoObjectsOfOthers() throws IOException {
		Files.writeString(server.bucket().resolve("letter.txt"), "Dear Ada");
		Files.writeString(Files.createDirectories(server.bucket().resolve(PREFIX)).resolve("letter.txt"), "Dear Ada");
		String name = keep("e1", bytes(10));
		Files.writeString(server.bucket().resolve(name), "Dear Ada");
		assertThat(visited(Instant.now().plusSeconds(60))).contains(name)
			.doesNotContain("letter.txt")
			.doesNotHaveDuplicates();
	}

	@Test
	void aLargeFileThatBreaksOffLeavesNothing() throws IOException {
		Path shorter = file(bytes(S3Parts.SIZE + 1000));
		try (FileChannel channel = FileChannel.open(shorter)) {
			S3Parts parts = new S3Parts(client, S3Server.BUCKET, PREFIX);
			assertThatRuntimeException().isThrownBy(() -> parts.put(PREFIX + "broken", channel, 2 * S3Parts.SIZE));
		}
		assertThat(server.objects()).doesNotContain("broken");
		assertThat(uploads()).isEmpty();
	}

	@Test
	void deletesThePartsThatACrashHasLeft() throws IOException {
		client.createMultipartUpload((request) -> request.bucket(S3Server.BUCKET).key(PREFIX + "crashed"));
		blobs.visit(Instant.now().minusSeconds(60), (names) -> {
		});
		assertThat(uploads()).containsExactly(PREFIX + "crashed");
		blobs.visit(Instant.now().plusSeconds(60), (names) -> {
		});
		assertThat(uploads()).isEmpty();
	}

	private static List<String> uploads() {
		return client.listMultipartUploads((request) -> request.bucket(S3Server.BUCKET))
			.uploads()
			.stream()
			.map((upload) -> upload.key())
			.toList();
	}

	@Test
	void aStoreThatIsAwayFailsSoonAndComesBack() throws IOException {
		String name = keep("f1", bytes(10));
		try (TcpProxy proxy = new TcpProxy(server.port());
				S3Blobs away = new S3Blobs(settings(proxy.port()), SILENCE, 1000)) {
			away.check();
			away.probe();
			proxy.cut();
			assertThatIOException().isThrownBy(() -> away.put(name + "0", file(bytes(10))));
			assertThatFails(away, name);
			proxy.mend();
			assertThat(away.get(name).exists()).isTrue();
			proxy.hold();
			assertThatFails(away, name);
			proxy.mend();
			assertThat(away.get(name).exists()).isTrue();
		}
	}

	/** A request that was held arrives later, so another file is deleted. */
	private static void assertThatFails(S3Blobs away, String name) {
		assertThat(away.get(name).exists()).isFalse();
		assertThatIOException().isThrownBy(() -> away.delete(name + "0"));
		assertThatIOException().isThrownBy(away::probe).withMessageContaining("cannot be reached");
	}

	/** Otherwise a reader would take a part for the whole. */
	@Test
	void aFileThatBreaksOffIsNoShorterFile() throws IOException {
		String name = keep("g1", bytes(S3Parts.SIZE));
		try (TcpProxy proxy = new TcpProxy(server.port());
				S3Blobs breaking = new S3Blobs(settings(proxy.port()), SILENCE, 1000);
				InputStream read = breaking.get(name).getInputStream()) {
			assertThat(read.readNBytes(1000)).hasSize(1000);
			proxy.cut();
			assertThatIOException().isThrownBy(read::readAllBytes);
		}
	}

	@Test
	void saysWhatIsWrongAtTheStart() {
		String place = "http://localhost:" + server.port();
		assertRefused("There is no bucket teapot at " + place + ": create it, or correct hubbub.files.s3.bucket.",
				settings("teapot", server.port(), S3Server.ACCESS_KEY, S3Server.SECRET_KEY));
		assertRefused(
				"The store of files at " + place + " does not know the credentials (SignatureDoesNotMatch): "
						+ "correct hubbub.files.s3.access-key and hubbub.files.s3.secret-key.",
				settings(S3Server.BUCKET, server.port(), S3Server.ACCESS_KEY, "wrong"));
		assertRefused(
				"The store of files at " + place + " does not know the credentials (InvalidAccessKeyId): "
						+ "correct hubbub.files.s3.access-key and hubbub.files.s3.secret-key.",
				settings(S3Server.BUCKET, server.port(), "nobody", S3Server.SECRET_KEY));
		int closed = FreePort.find();
		assertRefused(
				"The store of files at http://localhost:" + closed
						+ " cannot be reached: start it, or correct hubbub.files.s3.endpoint.",
				settings(S3Server.BUCKET, closed, S3Server.ACCESS_KEY, S3Server.SECRET_KEY));
	}

	private static void assertRefused(String sentence, S3Properties settings) {
		try (S3Blobs wrong = new S3Blobs(settings, SILENCE, 1000)) {
			assertThatExceptionOfType(BlobsUnusable.class).isThrownBy(wrong::check).withMessage(sentence);
			assertThatIOException().isThrownBy(wrong::probe).withMessage(sentence);
		}
	}

	@Test
	void takesTheCredentialsOfTheSdk() {
		System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
		System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
		try (S3Blobs other = new S3Blobs(settings(S3Server.BUCKET, server.port(), null, null), SILENCE, 1000)) {
			other.check();
		}
		finally {
			System.clearProperty("aws.accessKeyId");
			System.clearProperty("aws.secretAccessKey");
		}
	}

	private static S3Properties settings(int port) {
		return settings(S3Server.BUCKET, port, S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
	}

	private static S3Properties settings(String bucket, int port, @Nullable String key, @Nullable String secret) {
		return new S3Properties(bucket, PREFIX, URI.create("http://localhost:" + port), "us-east-1", null, key, secret);
	}

}
