package chat.hubbub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import chat.hubbub.docs.Needs;
import chat.hubbub.fixture.FreePort;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The steps of the Dockerfile on this machine: the trial run, a start, the check of
 * health, the end.
 */
class DeployIntegrationTests {

	private static final Path JAR = Path.of("target", "hubbub.jar").toAbsolutePath();

	private static final int TERMINATED = 143;

	private final int port = FreePort.find();

	@TempDir
	private Path folder;

	private Path java;

	private Path log;

	@BeforeEach
	void copyTheFiles() throws Exception {
		this.java = jdk25();
		this.log = this.folder.resolve("log");
		Files.copy(JAR, this.folder.resolve("hubbub.jar"));
		for (String file : new String[] { "train.sh", "jvm.options", "healthy.sh" }) {
			Files.copy(Path.of("deploy", file), this.folder.resolve(file));
			assertThat(this.folder.resolve(file).toFile().setExecutable(true)).isTrue();
		}
	}

	@Test
	void startsFromTheCacheOfATrialRun() throws Exception {
		assertThat(run("./train.sh").waitFor()).as(said()).isZero();
		assertThat(this.folder.resolve("hubbub.aot")).isNotEmptyFile();
		assertThat(this.folder.resolve("libsqlitejdbc.so")).isNotEmptyFile();
		assertThat(run("./healthy.sh").waitFor()).isNotZero();
		// The log is in JSON, too.
		// The command of the Dockerfile. Without a fitting cache this JVM would not
		// start.
		Process server = run(this.java.resolve("bin/java").toString(), "@jvm.options", "-XX:AOTCache=hubbub.aot",
				"-XX:AOTMode=on", "-Dorg.sqlite.lib.path=.", "-jar", "hubbub.jar");
		try {
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> said().contains("Hubbub is up") || !server.isAlive());
			assertThat(said().lines()).isNotEmpty()
				.allSatisfy((line) -> assertThat(new JsonMapper().readTree(line).path("@timestamp").asString())
					.isNotEmpty());
			assertThat(run("./healthy.sh").waitFor()).as(said()).isZero();
			assertThat(Files.readString(Path.of("/proc", Long.toString(server.pid()), "maps")))
				.contains(this.folder.toRealPath().resolve("libsqlitejdbc.so").toString());
			server.destroy();
			assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
			assertThat(server.exitValue()).isIn(0, TERMINATED);
		}
		finally {
			server.destroyForcibly();
		}
	}

	/** The command works in the jar too. */
	@Test
	void saysHowToMoveADatabase() throws Exception {
		Process move = run(this.java.resolve("bin/java").toString(), "-jar", "hubbub.jar", "move");
		assertThat(move.waitFor()).isEqualTo(1);
		assertThat(said()).startsWith("Say what to move: ").hasLineCount(1);
	}

	private Process run(String... command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile());
		builder.environment()
			.putAll(Map.of("JAVA_HOME", this.java.toString(), "SERVER_PORT", Integer.toString(this.port),
					"HUBBUB_STOMP_PORT", "0", "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs", "HUBBUB_DATA",
					this.folder.resolve("data").toString()));
		return builder.start();
	}

	private String said() throws IOException {
		return Files.readString(this.log);
	}

	/** Only JDK 25 and newer write the cache while they run. */
	private Path jdk25() throws Exception {
		if (Runtime.version().feature() >= 25) {
			return Path.of(System.getProperty("java.home"));
		}
		Needs.success("install temurin-25-jdk or openjdk-25-jdk-headless", this.folder, "sh", "-c",
				"ls -d /usr/lib/jvm/*-25-*");
		try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
			return homes.filter((home) -> home.getFileName().toString().contains("-25-")).findFirst().orElseThrow();
		}
	}

}
