package chat.hubbub.message;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import chat.hubbub.fixture.StoreLock;
import chat.hubbub.fixture.StoredInAFile;
import chat.hubbub.store.StoreUnavailable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static chat.hubbub.message.Posts.TEA;
import static chat.hubbub.message.Posts.ada;
import static chat.hubbub.message.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class MessageLogFaultsTests {

	private BreakableLog log;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.log = new BreakableLog(folder);
	}

	@AfterEach
	void close() throws InterruptedException {
		this.log.close();
	}

	@Test
	void failsTheEntryThatTheStoreRefusesAndStoresTheOthersOfItsGroup() throws Exception {
		this.log.database().breakFor("broken");
		List<Post> group = this.log.queueAsOneGroup(ada("before"), ada("broken"), ada("after"));
		assertThat(BreakableLog.await(group.get(0)).seq()).isEqualTo(2);
		assertThat(BreakableLog.await(group.get(2)).seq()).isEqualTo(3);
		assertThat(BreakableLog.faultOf(group.get(1))).isInstanceOf(StoreUnavailable.class);
		assertThat(this.log.bus().numbers()).containsExactly(1L, 2L, 3L);
	}

	@Test
	void storesAgainOnceTheStoreIsBack() throws Exception {
		this.log.database().breakFor("Hello");
		assertThat(this.log.refusalOf(ada("Hello"))).isInstanceOf(StoreUnavailable.class);
		this.log.database().repair();
		assertThat(this.log.append(ada("Hello")).seq()).isEqualTo(1);
	}

	@Test
	void saysOnceThatTheStoreFailsAndOnceThatItIsBack(CapturedOutput output) throws Exception {
		this.log.database().breakFor("Hello");
		for (int i = 0; i < 3; i++) {
			assertThat(this.log.refusalOf(ada("Hello"))).isInstanceOf(StoreUnavailable.class);
		}
		this.log.database().repair();
		this.log.append(ada("Hello"));
		this.log.append(ada("Hello"));
		assertThat(output.getAll().split("cannot be stored", -1)).hasSize(2);
		assertThat(output.getAll().split("stored again", -1)).hasSize(2);
	}

	@Test
	void refusesWhatFailsByAnErrorAndStoresTheOthersOfItsGroup() throws Exception {
		this.log.breakFor("broken");
		List<Post> group = this.log.queueAsOneGroup(ada("before"), ada("broken"), ada("after"));
		assertThat(BreakableLog.await(group.get(0)).seq()).isEqualTo(2);
		assertThat(BreakableLog.await(group.get(2)).seq()).isEqualTo(3);
		assertThat(BreakableLog.faultOf(group.get(1))).isInstanceOf(StoreUnavailable.class);
	}

	@Test
	@StoredInAFile
	@SuppressWarnings("try")
	void waitsForALockOnceForAllOfAGroup() throws Exception {
		Post first = post(TEA, "linus", RecordedBus.HALTS, null);
		this.log.queue(first);
		Awaitility.await().atMost(BreakableLog.PATIENCE).until(() -> !this.log.store().after(TEA, 0, 1).isEmpty());
		List<Post> group = IntStream.range(0, 20).mapToObj((number) -> ada("" + number)).toList();
		group.forEach(this.log::queue);
		try (StoreLock lock = new StoreLock(this.log.folder())) {
			this.log.bus().open();
			for (Post entry : group) {
				assertThat(BreakableLog.faultOf(entry)).isInstanceOf(StoreUnavailable.class);
			}
		}
		assertThat(this.log.attempts()).hasValue(2);
		assertThat(this.log.append(ada("after")).seq()).isEqualTo(2);
	}

	@Test
	void tellsOfAWriterThatIsSilent() {
		MessageLogHealthIndicator health = new MessageLogHealthIndicator(this.log.messages());
		assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
		assertThat(health.health(System.nanoTime() + TimeUnit.SECONDS.toNanos(6)).getDetails()).containsEntry("reason",
				"The message log has not answered for 5 s");
	}

	@Test
	void outlivesABroadcastThatFails() throws Exception {
		assertThat(this.log.append(ada(RecordedBus.BREAKS)).seq()).isEqualTo(1);
		assertThat(this.log.append(ada("Hello")).seq()).isEqualTo(2);
		assertThat(this.log.bus().numbers()).containsExactly(2L);
	}

	@Test
	void goesOnAfterADeletionThatFailed() throws Exception {
		this.log.append(ada("1"));
		this.log.database().breakErasing();
		assertThat(this.log.deletionOf(1)).failsWithin(BreakableLog.PATIENCE)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(StoreUnavailable.class);
		assertThat(this.log.append(ada("2")).seq()).isEqualTo(2);
		assertThat(this.log.bus().changed()).isEmpty();
	}

}
