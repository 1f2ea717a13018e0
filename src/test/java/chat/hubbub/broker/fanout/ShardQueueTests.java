package chat.hubbub.broker.fanout;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ShardQueueTests {

	private static final int MIB = 1024 * 1024;

	private final ShardQueue queue = new ShardQueue(MIB);

	@Test
	@Timeout(value = 60, unit = TimeUnit.SECONDS)
	void letsNoMoreBytesWaitThanItsBound() throws InterruptedException {
		for (int number = 0; number < 8; number++) {
			this.queue.put(act());
		}
		Thread sender = new Thread(() -> this.queue.put(act()), "sender");
		sender.start();
		await().until(() -> sender.getState() == Thread.State.WAITING);
		assertThat(this.queue.collect(System.nanoTime())).isNotEmpty();
		sender.join();
	}

	private static ShardTask act() {
		return LargeAct.of(() -> {
		}, MIB);
	}

}
