package chat.hubbub.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import chat.hubbub.file.store.Blobs;
import chat.hubbub.file.store.FolderBlobs;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.message.TestLog;
import chat.hubbub.topic.TopicName;

import org.springframework.core.io.Resource;

/** The files of a server on a database and in a folder of their own. */
final class Archive implements AutoCloseable {

	final FakeClock clock = new FakeClock();

	final FaultyBlobs blobs;

	final FileRows rows;

	final Vault vault;

	final Sweep sweep;

	private final Path folder;

	private final TestLog log;

	private final Shrinking shrinking = new Shrinking();

	private final Reception reception;

	private int uploads;

	Archive(Path folder) throws IOException {
		this.folder = Files.createDirectories(folder.resolve("files"));
		this.log = new TestLog(folder);
		this.blobs = new FaultyBlobs(new FolderBlobs(this.folder));
		this.rows = new FileRows(database().client(), this.clock);
		FileProperties settings = FileSettings.of("min-free=0", "min-free-percent=0");
		this.reception = new Reception(folder, settings, this.blobs);
		this.reception.afterPropertiesSet();
		this.vault = new Vault(this.blobs, this.rows, this.shrinking, database().transactions());
		this.sweep = new Sweep(this.rows, this.vault, this.blobs, new Quotas(database().client(), this.clock, settings),
				this.clock, database().transactions(), this.log.events());
	}

	Database database() {
		return this.log.database();
	}

	/** Ada uploads a file for the topic tea. */
	String upload(byte[] file) throws IOException {
		String id = "upload-" + ++this.uploads;
		keep(file, id);
		return id;
	}

	private void keep(byte[] file, String id) throws IOException {
		try (Incoming incoming = this.reception.open(file.length)) {
			incoming.receive(new ByteArrayInputStream(file), FileSettings.of().maxSize());
			this.vault.keep(incoming, Inspected.of(incoming),
					(kept) -> this.rows.add(id, new TopicName("tea"), "ada", "tea.txt", kept.name()));
		}
	}

	/** Uploads a file whose reference is refused. */
	void refuse(byte[] file) throws IOException {
		try (Incoming incoming = this.reception.open(file.length)) {
			incoming.receive(new ByteArrayInputStream(file), FileSettings.of().maxSize());
			this.vault.keep(incoming, Inspected.of(incoming), (kept) -> {
				throw FileRefused.quota(Duration.ofHours(1));
			});
		}
	}

	void cancel(String upload) {
		database().transactions().executeWithoutResult((status) -> this.rows.cancel(upload, "ada"));
	}

	/** The names of all bytes that are kept, and of those that are on their way. */
	List<String> names() {
		try (Stream<Path> kept = Files.walk(this.folder);
				Stream<Path> coming = Files.walk(this.folder.resolveSibling("uploads"))) {
			return Stream.concat(kept, coming)
				.filter(Files::isRegularFile)
				.map((file) -> file.getFileName().toString())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Bytes without a row, so old by the clock of the server. */
	void leave(String name, Duration age) throws IOException {
		Path parent = Files.createDirectories(this.folder.resolve(name.substring(0, 2)));
		Files.setLastModifiedTime(Files.writeString(parent.resolve(name), "tea"),
				FileTime.from(this.clock.instant().minus(age)));
	}

	long count(String table) {
		return database().client().sql("select count(*) from " + table).query(Long.class).single();
	}

	@Override
	public void close() {
		this.sweep.destroy();
		this.shrinking.destroy();
		this.log.close();
	}

	/** A store at each of whose steps a test may do something, such as to fail. */
	static final class FaultyBlobs implements Blobs {

		private final Blobs blobs;

		/** Called before a step with its name, such as {@code put abcd}. */
		Step before = (step) -> {
		};

		FaultyBlobs(Blobs blobs) {
			this.blobs = blobs;
		}

		@Override
		public void put(String name, Path file) throws IOException {
			this.before.run("put " + name);
			this.blobs.put(name, file);
		}

		@Override
		public Resource get(String name) {
			return this.blobs.get(name);
		}

		@Override
		public void delete(String name) throws IOException {
			this.before.run("delete " + name);
			this.blobs.delete(name);
		}

		@Override
		public void visit(Instant before, Consumer<List<String>> visitor) throws IOException {
			this.blobs.visit(before, visitor);
		}

		@Override
		public void check() {
			// The folder is there.
		}

		@Override
		public void probe() throws IOException {
			this.before.run("probe");
			this.blobs.probe();
		}

	}

	/** Something that happens before a step of the store. */
	@FunctionalInterface
	interface Step {

		void run(String step) throws IOException;

	}

}
