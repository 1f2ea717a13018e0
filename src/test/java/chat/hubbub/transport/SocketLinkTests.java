package chat.hubbub.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import chat.hubbub.broker.connection.Burst;
import chat.hubbub.broker.wire.Framing;
import org.awaitility.Awaitility;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SocketLinkTests {

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

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
		this.link.congested = true;
		this.endPoint.addInput("one");
		Awaitility.await().until(() -> this.link.seenWhileCongested.size() > 5);
		this.endPoint.addInput("two");
		this.link.congested = false;
		awaitTexts("one", "two");
		assertThat(this.link.seenWhileCongested).containsOnly(1);
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
	void noticesTheEndAfterAPause() {
		this.link.congested = true;
		this.endPoint.addInput("one");
		this.endPoint.addInputEOF();
		Awaitility.await().until(() -> this.link.ended);
	}

	private void awaitTexts(String... texts) {
		Awaitility.await().untilAsserted(() -> assertThat(this.link.texts).containsExactly(texts));
	}

	/** What it reads is too much for somebody, or not. */
	private final class Recorder extends SocketLink {

		private final List<String> texts = new CopyOnWriteArrayList<>();

		private final List<Integer> seenWhileCongested = new CopyOnWriteArrayList<>();

		private volatile boolean congested;

		private volatile boolean ended;

		Recorder(EndPoint endPoint) {
			super(endPoint, SocketLinkTests.this.executor, new ArrayByteBufferPool());
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
			Burst.slowDown(this::isCongested);
		}

		@Override
		void receiveEnd() {
			this.ended = true;
		}

		private boolean isCongested() {
			if (this.congested) {
				this.seenWhileCongested.add(this.texts.size());
			}
			return this.congested;
		}

	}

}
