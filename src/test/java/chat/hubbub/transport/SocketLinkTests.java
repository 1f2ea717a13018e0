package chat.hubbub.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import chat.hubbub.broker.Batch;
import chat.hubbub.broker.wire.Framing;
import org.awaitility.Awaitility;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SocketLinkTests {

	private static final int READ_BYTES = 8 * 1024;

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

	private final Turns turns = new Turns(1);

	private final NotedPool buffers = new NotedPool();

	private final ByteArrayEndPoint endPoint = new ByteArrayEndPoint();

	private final Recorder link = new Recorder(this.endPoint);

	SocketLinkTests() {
		this.endPoint.setConnection(this.link);
		this.link.onOpen();
	}

	@AfterEach
	void close() {
		this.executor.shutdownNow();
	}

	@Test
	void readsWhatComes() {
		this.endPoint.addInput("one");
		awaitTexts("one");
		this.endPoint.addInput("two");
		awaitTexts("one", "two");
	}

	@Test
	void readsNoMoreWhileTheReadersCannotFollow() {
		String much = "x".repeat(READ_BYTES);
		this.link.congested = true;
		this.endPoint.addInput(much);
		Awaitility.await().until(() -> this.link.seenWhileCongested.size() > 5);
		this.endPoint.addInput("two");
		this.link.congested = false;
		awaitTexts(much, "two");
		assertThat(this.link.seenWhileCongested).containsOnly(1);
	}

	@Test
	void waitsNoLongerThanItsShareForReadersThatAreSlow() {
		this.link.congested = true;
		this.endPoint.addInput("one");
		awaitTexts("one");
		this.endPoint.addInput("two");
		awaitTexts("one", "two");
		assertThat(this.link.seenWhileCongested.size()).isLessThan(10);
	}

	@Test
	void readsOnThoughTheReadersAreSlowForGood() {
		this.link.congested = true;
		this.endPoint.addInput("one");
		awaitTexts("one");
		this.endPoint.addInput("two");
		awaitTexts("one", "two");
	}

	@Test
	void readsOneThatSendsMuchInItsTurn() {
		this.turns.enter(() -> {
		});
		this.endPoint.addInput("one");
		awaitTexts("one");
		this.endPoint.addInput("x".repeat(2 * Pace.BURST_BYTES));
		Awaitility.await().until(() -> this.link.read() > Pace.BURST_BYTES);
		assertThat(this.link.read()).isLessThan(2 * Pace.BURST_BYTES);
		this.turns.leave();
		Awaitility.await().until(() -> this.link.read() == 2 * Pace.BURST_BYTES + "one".length());
	}

	@Test
	void throwsAwayWhatComesAfterItHasClosed() {
		this.endPoint.addInput("one");
		awaitTexts("one");
		this.link.close(1000, "");
		this.endPoint.addInput("two");
		this.endPoint.addInputEOF();
		Awaitility.await().until(() -> this.link.ended);
		awaitTexts("one");
	}

	@Test
	void noticesTheEndAfterAPause() {
		this.link.congested = true;
		this.endPoint.addInput("one");
		this.endPoint.addInputEOF();
		Awaitility.await().until(() -> this.link.ended);
	}

	/** They lie in the pool of all connections afterwards. */
	@Test
	void leavesNoInputInItsBuffers() {
		this.endPoint.addInput("a secret");
		awaitTexts("a secret");
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.buffers.contents()).isNotEmpty()
				.noneMatch((content) -> content.contains("secret")));
	}

	private void awaitTexts(String... texts) {
		Awaitility.await().untilAsserted(() -> assertThat(this.link.texts).containsExactly(texts));
	}

	/** A link whose input may be too much for the readers. */
	private final class Recorder extends SocketLink {

		private final List<String> texts = new CopyOnWriteArrayList<>();

		private final List<Integer> seenWhileCongested = new CopyOnWriteArrayList<>();

		private volatile boolean congested;

		private volatile boolean ended;

		Recorder(EndPoint endPoint) {
			super(endPoint, SocketLinkTests.this.executor, SocketLinkTests.this.buffers, SocketLinkTests.this.turns);
		}

		@Override
		public String transport() {
			return "tcp";
		}

		@Override
		public Framing framing() {
			return Framing.STREAM;
		}

		@Override
		public void onOpen() {
			super.onOpen();
			fillInterested();
		}

		@Override
		void receive(ByteBuffer bytes) {
			this.texts.add(BufferUtil.toString(bytes, StandardCharsets.UTF_8));
			Batch.slowDown(this::isCongested);
		}

		@Override
		void receiveEnd() {
			this.ended = true;
		}

		int read() {
			return this.texts.stream().mapToInt(String::length).sum();
		}

		private boolean isCongested() {
			if (this.congested) {
				this.seenWhileCongested.add(this.texts.size());
			}
			return this.congested;
		}

	}

	/** Knows all buffers that it has lent. */
	private static final class NotedPool extends ArrayByteBufferPool {

		private final List<byte[]> lent = new CopyOnWriteArrayList<>();

		@Override
		public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
			RetainableByteBuffer.Mutable buffer = super.acquire(size, direct);
			this.lent.add(buffer.getByteBuffer().array());
			return buffer;
		}

		List<String> contents() {
			return this.lent.stream().map((bytes) -> new String(bytes, StandardCharsets.UTF_8)).toList();
		}

	}

}
