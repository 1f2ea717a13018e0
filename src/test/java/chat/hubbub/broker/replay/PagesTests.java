package chat.hubbub.broker.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.FakeBacklog;
import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.fanout.Resume;
import chat.hubbub.broker.wire.FakeLink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTests {

	private final FakeBacklog stored = new FakeBacklog();

	private final Pages pages = pages(this.stored);

	private final TestBroker broker = new TestBroker(this.stored);

	@AfterEach
	void close() throws InterruptedException {
		this.pages.destroy();
		this.broker.close();
	}

	@Test
	void areReadOnceForAllWhoAreBehind() {
		this.stored.length = 1000;
		List<FakeLink> links = new ArrayList<>();
		IntStream.range(0, 50).forEach((number) -> {
			FakeLink link = new FakeLink();
			links.add(link);
			TestBroker.subscribe(this.broker.open(link), "a", TestBroker.TOPIC, Resume.since(number, 1000));
		});
		List<Long> all = LongStream.rangeClosed(1, 1000).boxed().toList();
		Awaitility.await().untilAsserted(() -> {
			this.broker.settle();
			IntStream.range(0, 50)
				.forEach((number) -> assertThat(links.get(number).seqs()).isEqualTo(all.subList(number, 1000)));
		});
		// Five pages, and for each reader a look behind the last.
		assertThat(this.stored.reads.stream().filter((seq) -> seq < 1000).toList()).containsExactly(0L, 200L, 400L,
				600L, 800L);
	}

	@Test
	void areSharedWhereEventsAreSoLargeThatFewerMakeAPage() throws Exception {
		this.stored.length = 60;
		this.stored.bodyBytes = 80_000;
		for (int reader = 0; reader < 20; reader++) {
			for (long seq = 1; seq <= 60; seq++) {
				assertThat(read(seq).has(seq)).isTrue();
			}
		}
		// One that ended early, and then one for each eight events.
		assertThat(this.stored.reads).containsExactly(0L, 8L, 16L, 24L, 32L, 40L, 48L, 56L);
	}

	@Test
	void haveOneEventWhereMoreDoNotFit() throws Exception {
		this.stored.length = 10;
		this.stored.bodyBytes = 250_000;
		for (long seq = 1; seq <= 10; seq++) {
			assertThat(read(seq).has(seq)).isTrue();
		}
		assertThat(read(11).isEmpty()).isTrue();
	}

	@Test
	void areReadAgainWhenTheyHaveGrown() throws Exception {
		this.stored.length = 250;
		assertThat(read(240).has(251)).isFalse();
		assertThat(this.pages.kept(TestBroker.TOPIC, 251)).isEmpty();
		assertThat(read(251).isEmpty()).isTrue();
		this.stored.length = 260;
		assertThat(read(251).has(260)).isTrue();
		assertThat(this.pages.kept(TestBroker.TOPIC, 260)).isPresent();
	}

	@Test
	void beginWhereTheStoreBegins() throws Exception {
		this.stored.firstKept = 950;
		this.stored.length = 1000;
		assertThat(read(1).has(950)).isTrue();
		assertThat(this.pages.kept(TestBroker.TOPIC, 1)).isEmpty();
	}

	@Test
	void areReadAgainWhenTheStoreHasChanged() throws Exception {
		this.stored.length = 400;
		read(10);
		read(210);
		this.pages.forget(TestBroker.TOPIC, 20);
		assertThat(this.pages.kept(TestBroker.TOPIC, 10)).isEmpty();
		assertThat(this.pages.kept(TestBroker.TOPIC, 210)).isPresent();
		this.pages.forgetAll();
		assertThat(this.pages.kept(TestBroker.TOPIC, 210)).isEmpty();
	}

	@Test
	void doNotKeepWhatWasReadAsItChanged() throws Exception {
		this.stored.length = 400;
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch changed = new CountDownLatch(1);
		this.stored.whileReading = () -> {
			reading.countDown();
			await(changed);
		};
		Future<Page> stale = this.pages.read(TestBroker.TOPIC, 10).toCompletableFuture();
		await(reading);
		this.pages.forget(TestBroker.TOPIC, 10);
		changed.countDown();
		stale.get();
		this.stored.whileReading = () -> {
		};
		read(210);
		assertThat(this.pages.kept(TestBroker.TOPIC, 10)).isEmpty();
	}

	private Page read(long seq) throws ExecutionException, InterruptedException {
		return this.pages.read(TestBroker.TOPIC, seq).toCompletableFuture().get();
	}

	private static Pages pages(Backlog backlog) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("backlog", backlog);
		return new Pages(beans.getBeanProvider(Backlog.class));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new AssertionError("Interrupted", ex);
		}
	}

}
