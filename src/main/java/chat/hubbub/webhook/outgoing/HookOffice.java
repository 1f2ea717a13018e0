package chat.hubbub.webhook.outgoing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.audit.Act;
import chat.hubbub.bus.Bus;
import chat.hubbub.mention.Notice;
import chat.hubbub.mention.Notices;
import chat.hubbub.message.Event;
import chat.hubbub.presence.Attendees;
import chat.hubbub.topic.TopicName;
import chat.hubbub.webhook.HookActs;

/** The webhooks of the server. Thread-safe. */
@Component
class HookOffice implements Courier.Office {

	private static final String NOTICE = "hook";

	/** It has no topic, which the maker might not be allowed to read. */
	private static final String NOTICE_OF_ACCOUNT = "account-hook";

	private final OutgoingHookStore store;

	private final Sender sender;

	private final HookRights rights;

	private final Accounts accounts;

	private final Notices notices;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Bus bus;

	private final Attendees attendees;

	/** The webhooks that are off, and whose owners were there when it was told. */
	private final Set<Long> told = ConcurrentHashMap.newKeySet();

	HookOffice(OutgoingHookStore store, Sender sender, HookRights rights, Accounts accounts, Notices notices,
			TransactionOperations transaction, Clock clock, ApplicationEventPublisher events, Bus bus,
			Attendees attendees) {
		this.store = store;
		this.sender = sender;
		this.rights = rights;
		this.accounts = accounts;
		this.notices = notices;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
		this.bus = bus;
		this.attendees = attendees;
	}

	@Override
	public Optional<String> fault(OutgoingHook hook) {
		return this.rights.fault(hook);
	}

	@Override
	public boolean mayTell(OutgoingHook hook, TopicName topic) {
		return this.rights.mayTell(hook, topic);
	}

	@Override
	public Attempt send(OutgoingHook hook, Event event) {
		return this.sender.send(hook, event);
	}

	@Override
	public void turnOff(OutgoingHook hook, long seq, String fault) {
		Boolean off = this.transaction.execute((status) -> {
			boolean done = this.store.turnOff(hook.id(), fault, this.clock.instant());
			if (done) {
				this.events.publishEvent(stopped(hook, fault));
				this.bus.announce(new HooksChanged());
			}
			return done;
		});
		if (Boolean.TRUE.equals(off)) {
			this.bus.publish(new HooksChanged());
			this.told.remove(hook.id());
			tell(hook, seq, fault);
		}
	}

	private Act stopped(OutgoingHook hook, String fault) {
		return (hook.everywhere() && hook.mention() != null)
				? HookActs.stopped(this.accounts.nameOf(hook.mention()), hook.host(), fault)
				: HookActs.stopped(hook.topic(), hook.host(), fault);
	}

	@Override
	public void remind() {
		List<OutgoingHook> off = this.store.off();
		this.told.retainAll(off.stream().map(OutgoingHook::id).toList());
		off.stream()
			.filter((hook) -> !this.told.contains(hook.id()) && isHere(hook))
			.forEach((hook) -> tell(hook, hook.seq(), String.valueOf(hook.fault())));
	}

	private void tell(OutgoingHook hook, long seq, String fault) {
		if (isHere(hook)) {
			this.told.add(hook.id());
		}
		Instant now = this.clock.instant();
		this.notices.send(
				hook.everywhere() ? Notice.of(NOTICE_OF_ACCOUNT, hook.host(), fault, now)
						: Notice.of(NOTICE, hook.topic(), seq, hook.host(), fault, now),
				Set.of(Account.key(hook.maker().account())));
	}

	private boolean isHere(OutgoingHook hook) {
		return this.attendees.isHere(Account.key(hook.maker().account()));
	}

}
