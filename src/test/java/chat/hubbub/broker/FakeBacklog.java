package chat.hubbub.broker;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

import chat.hubbub.broker.wire.EncodedMessage;

/** A store of equal events. */
public final class FakeBacklog implements Backlog {

	public final List<Long> reads = new CopyOnWriteArrayList<>();

	public volatile long firstKept = 1;

	public volatile long length;

	public volatile int bodyBytes = 10;

	public volatile Runnable whileReading = () -> {
	};

	@Override
	public OptionalLong head(String destination) {
		return OptionalLong.of(this.length);
	}

	@Override
	public Map<String, Long> heads() {
		return Map.of();
	}

	@Override
	public String epoch() {
		return "now";
	}

	@Override
	public boolean holds(String destination, String epoch, long seq) {
		return epoch.equals("now");
	}

	@Override
	public OptionalLong last(String destination, long count, long head) {
		return OptionalLong.of(Math.max(1, head - count + 1));
	}

	@Override
	public List<EncodedMessage> after(String destination, long seq, int limit) {
		this.reads.add(seq);
		long from = Math.max(seq + 1, this.firstKept);
		long fit = Math.max(1, PAGE_BYTES / (this.bodyBytes + 100));
		List<EncodedMessage> page = LongStream.rangeClosed(from, Math.min(this.length, from + Math.min(limit, fit) - 1))
			.mapToObj((number) -> EncodedMessage.event(destination, number, new byte[this.bodyBytes], ""))
			.toList();
		this.whileReading.run();
		return page;
	}

}
