package chat.hubbub.broker;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.fanout.ShardsHealthIndicator;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerTests {

	/** A supervisor can restart the process: waiting threads do not keep it alive. */
	@Test
	void endsTheProcessWithOneLineWhenItDies() throws Exception {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp", classes(),
				Doomed.class.getName())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(Worker.STATUS);
		assertThat(output.lines()).singleElement()
			.asString()
			.contains("status 70, because shard-7 failed: java.lang.OutOfMemoryError: on purpose");
	}

	@Test
	void isSilentUntilItAnswers() {
		Worker worker = new Worker("worker", () -> {
		});
		long now = System.nanoTime();
		assertThat(worker.isSilent(now)).isFalse();
		assertThat(worker.isSilent(now + TimeUnit.SECONDS.toNanos(6))).isTrue();
	}

	@Test
	void shardsAndHealthTellOfOneThatIsSilent() throws InterruptedException {
		TestBroker broker = new TestBroker();
		ShardsHealthIndicator health = new ShardsHealthIndicator(broker.shards());
		assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
		assertThat(health.health(System.nanoTime() + TimeUnit.SECONDS.toNanos(6)).getDetails()).containsEntry("reason",
				"2 shards have not answered for 5 s");
		broker.close();
	}

	private static String classes() {
		return Stream.of(Doomed.class, Worker.class, Logger.class, LoggerContext.class, Context.class)
			.map((type) -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())))
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** A program whose other threads never end. */
	static final class Doomed {

		private Doomed() {
		}

		public static void main(String[] args) throws InterruptedException {
			new Worker("shard-7", () -> {
				throw new OutOfMemoryError("on purpose");
			}).start();
			new CountDownLatch(1).await();
		}

	}

}
