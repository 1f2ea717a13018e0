package chat.hubbub.broker.spring;

import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.connection.Exchange;
import chat.hubbub.broker.fanout.Acknowledgements;
import chat.hubbub.broker.fanout.Resume;
import chat.hubbub.broker.fanout.SubscriptionFault;
import chat.hubbub.broker.fanout.Subscriptions;
import chat.hubbub.stomp.FrameFault;
import chat.hubbub.words.Phrase;

/**
 * Turns SUBSCRIBE and UNSUBSCRIBE frames into subscriptions of the shards. Thread-safe.
 */
@Component
class SubscriptionRequests {

	private static final Pattern EPOCH = Pattern.compile("[A-Za-z0-9-]{1,64}");

	private final ObjectProvider<Backlog> backlog;

	SubscriptionRequests(ObjectProvider<Backlog> backlog) {
		this.backlog = backlog;
	}

	void subscribe(Message<?> request, String destination) {
		Exchange exchange = Exchange.of(request);
		String id = SimpMessageHeaderAccessor.getSubscriptionId(request.getHeaders());
		if (exchange == null || id == null) {
			return;
		}
		Subscriptions own = exchange.connection().subscriptions();
		own.start(own.create(id, destination, acknowledgements(request), resume(request, destination)));
	}

	/**
	 * Records a subscription that a controller answers. It receives no broadcasts, but it
	 * can be ended.
	 */
	void remember(Message<?> request, String destination) {
		Exchange exchange = Exchange.of(request);
		String id = SimpMessageHeaderAccessor.getSubscriptionId(request.getHeaders());
		if (exchange != null && id != null) {
			Subscriptions own = exchange.connection().subscriptions();
			own.add(own.create(id, destination, null, Resume.LIVE));
		}
	}

	void unsubscribe(Message<?> request) {
		Exchange exchange = Exchange.of(request);
		String id = SimpMessageHeaderAccessor.getSubscriptionId(request.getHeaders());
		if (exchange != null && id != null && !exchange.connection().subscriptions().remove(id)) {
			throw SubscriptionFault.unknown();
		}
	}

	private static @Nullable Acknowledgements acknowledgements(Message<?> request) {
		String mode = header(request, "ack");
		if (mode == null || mode.equals("auto")) {
			return null;
		}
		if (!mode.equals("client") && !mode.equals("client-individual")) {
			throw FrameFault.header(Phrase.of("header.ack"));
		}
		return new Acknowledgements(mode.equals("client"));
	}

	private Resume resume(Message<?> request, String destination) {
		String since = header(request, "since");
		String last = header(request, "last");
		String epoch = epoch(request);
		if (since == null && last == null) {
			return Resume.LIVE;
		}
		Backlog stored = this.backlog.getIfAvailable();
		OptionalLong head = (stored != null) ? stored.head(destination) : OptionalLong.empty();
		if (stored == null || head.isEmpty()) {
			throw FrameFault.header(Phrase.of("header.not-stored"));
		}
		if (since == null) {
			long count = number("last", String.valueOf(last));
			return (count > 0) ? Resume.last(stored.last(destination, count, head.getAsLong()), head.getAsLong())
					: Resume.live(head.getAsLong());
		}
		long seq = number("since", since);
		boolean held = epoch == null || stored.holds(destination, epoch, seq);
		return held ? Resume.since(seq, head.getAsLong()) : Resume.reset(head.getAsLong());
	}

	private static @Nullable String epoch(Message<?> request) {
		String epoch = header(request, Resume.EPOCH);
		if (epoch != null && !EPOCH.matcher(epoch).matches()) {
			throw FrameFault.header(Phrase.of("header.epoch"));
		}
		return epoch;
	}

	private static long number(String name, String value) {
		try {
			long number = Long.parseLong(value.strip());
			if (number >= 0) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, like a negative number.
		}
		throw FrameFault.header(Phrase.of("header.number").with("header", name));
	}

	private static @Nullable String header(Message<?> request, String name) {
		return SimpMessageHeaderAccessor.getFirstNativeHeader(name, request.getHeaders());
	}

}
