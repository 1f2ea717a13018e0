package chat.hubbub.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.Inbox;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.picture.PictureFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged server is killed while it deletes the files of deleted messages. Files
 * that are still sent have the same bytes as some of these.
 */
class SweepCrashIntegrationTests {

	private static final String PASSWORD = "correct horse";

	/** Messages that are deleted, each with as many files as it may have. */
	private static final int DELETED = 12;

	private static final int FILES = 10;

	/** The sweep may have ended before a kill. */
	private static final int MOST_ROUNDS = 5;

	@TempDir
	private Path folder;

	private Path data;

	private JdbcTemplate database;

	@Test
	void noFileOfAMessageIsLostAndNoOtherIsLeft() throws IOException {
		this.data = Files.createDirectory(this.folder.resolve("data"));
		this.database = new JdbcTemplate(PostgreSql.source(this.data));
		boolean amid = false;
		for (int round = 1; round <= MOST_ROUNDS && !amid; round++) {
			try (HubbubProcess server = start()) {
				Api ada = ada(server);
				deleteMessages(ada, server.port(), "round " + round);
			}
			amid = isAmidSweep();
			// Each row has its bytes.
			assertThat(present()).containsAll(expected());
			this.database.update("update attachment set uploaded_at = 0 where message is null");
			try (HubbubProcess server = start()) {
				Awaitility.await()
					.atMost(Inbox.PATIENCE)
					.ignoreExceptions()
					.until(() -> present().equals(expected()) && noted() == 0);
				assertFilesAreThere(ada(server));
			}
			assertThat(count("attachment where message is null")).isZero();
			assertThat(count("stored_file where not exists"
					+ " (select 1 from attachment where attachment.file = stored_file.name)"))
				.isZero();
		}
		// Or else the server was never killed in the middle of its work.
		assertThat(amid).isTrue();
	}

	private HubbubProcess start() throws IOException {
		return new HubbubProcess(this.data, "--hubbub.files.min-free=0", "--hubbub.files.min-free-percent=0");
	}

	private static Api ada(HubbubProcess server) {
		Api ada = new Api(server.port());
		if (ada.signUp("ada", PASSWORD).status() != 201) {
			assertThat(ada.signIn("ada", PASSWORD).status()).isEqualTo(200);
		}
		return ada;
	}

	/** Returns when the server has just begun to delete the files of many messages. */
	private static void deleteMessages(Api ada, int port, String round) {
		int before = ada.history("lobby").size();
		for (int message = 0; message < DELETED; message++) {
			post(ada, port, uploads(ada, round, message, FILES));
		}
		List<JsonNode> posted = ada.history("lobby");
		// The half of the files of one of them, and some of none.
		post(ada, port, uploads(ada, round, 0, FILES / 2));
		uploads(ada, round, 1, FILES / 2);
		uploads(ada, round, DELETED, FILES);
		for (JsonNode message : posted.subList(before, posted.size())) {
			String path = "/api/topics/lobby/messages/" + message.path("seq").asLong();
			assertThat(ada.delete(path).status()).isEqualTo(204);
		}
	}

	/** Uploads a picture with a small form, and texts. */
	private static List<String> uploads(Api ada, String round, int message, int count) {
		List<String> ids = new ArrayList<>();
		for (int file = 0; file < count; file++) {
			String name = round + ", message " + message + ", file " + file;
			ids.add(upload(ada, name, (file == 0) ? PictureFiles.corners("png", 700 + message, 700)
					: name.getBytes(StandardCharsets.UTF_8)));
		}
		return ids;
	}

	private static String upload(Api ada, String name, byte[] file) {
		Api.Answer answer = ada.postBytes(Sender.uploads("lobby", name), file);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").asString();
	}

	private static void post(Api ada, int port, List<String> ids) {
		String files = ids.stream().map((id) -> "\"" + id + "\"").collect(Collectors.joining(","));
		try (StompClient client = StompClient.connectWithCookie(port, ada.cookie())) {
			client.post("/app/chat", "{\"attachments\":[" + files + "]}");
		}
	}

	/** Whether some files of deleted messages are gone, and others not yet. */
	private boolean isAmidSweep() {
		return noted() > 0 && noted() < DELETED * FILES;
	}

	private long noted() {
		return count("released_file");
	}

	private long count(String rows) {
		return this.database.queryForObject("select count(*) from " + rows, Long.class);
	}

	/** The names of the bytes that the rows name. */
	private List<String> expected() {
		return this.database.queryForList("select name, thumbnail from stored_file")
			.stream()
			.flatMap((row) -> (row.get("thumbnail") != null)
					? Stream.of(row.get("name").toString(), StoredFile.thumbnailOf(row.get("name").toString()))
					: Stream.of(row.get("name").toString()))
			.sorted()
			.toList();
	}

	private List<String> present() {
		try (Stream<Path> files = Files.walk(this.data.resolve("files"))) {
			return files.filter(Files::isRegularFile).map((file) -> file.getFileName().toString()).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void assertFilesAreThere(Api ada) {
		List<JsonNode> files = new ArrayList<>();
		ada.history("lobby").forEach((message) -> message.path("attachments").forEach(files::add));
		assertThat(files).hasSizeGreaterThanOrEqualTo(FILES / 2);
		for (JsonNode file : files) {
			Api.Answer answer = ada.get(file.path("url").asString());
			assertThat(answer.status()).as("%s", file).isEqualTo(200);
			if (file.has("thumbnail")) {
				assertThat(ada.get(file.path("thumbnail").asString()).status()).isEqualTo(200);
			}
			else {
				assertThat(answer.body()).isEqualTo(file.path("name").asString());
			}
		}
	}

}
