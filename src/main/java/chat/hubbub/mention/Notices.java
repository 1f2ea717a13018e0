package chat.hubbub.mention;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import chat.hubbub.account.Account;
import chat.hubbub.account.User;
import chat.hubbub.broker.Clients;
import chat.hubbub.bus.Bus;
import chat.hubbub.stomp.Destinations;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * Tells people of messages for them, on all their connections to any node. Notices wait
 * for a thread of their own, so that their sender does not; if very many wait, further
 * ones are dropped. Thread-safe.
 */
@Component
public class Notices implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(Notices.class);

	private static final String QUEUE = Destinations.USER_QUEUE + "notices";

	/** Each has at most 200 characters of text and 250 names. */
	private static final int MAX_WAITING = 200;

	private final Bus bus;

	private final Clients clients;

	private final Topics topics;

	private final JsonMapper json;

	private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MAX_WAITING), Notices::thread, (notice, full) -> drop());

	/** Whether notices are being dropped, which is logged once. */
	private volatile boolean dropping;

	Notices(Bus bus, Clients clients, Topics topics, JsonMapper json) {
		this.bus = bus;
		this.clients = clients;
		this.topics = topics;
		this.json = json;
		bus.receive(Noticed.class, this::tell);
	}

	/**
	 * Sends a notice to the people who may read its topic, if it has one, and are
	 * connected. Does not wait.
	 * @param notice the notice
	 * @param people the keys of the people: of an account its {@linkplain Account#key()
	 * key}, of a guest that of the name
	 */
	public void send(Notice notice, Set<String> people) {
		if (!people.isEmpty()) {
			this.thread.execute(() -> publish(new Noticed(notice, people)));
		}
	}

	@Override
	public void destroy() {
		this.thread.shutdown();
	}

	private void drop() {
		if (!this.dropping) {
			this.dropping = true;
			logger.warn("Notices are dropped, because {} of them wait", MAX_WAITING);
		}
	}

	private void publish(Noticed fact) {
		try {
			this.dropping = false;
			this.bus.publish(fact);
		}
		catch (RuntimeException | Error ex) {
			logger.error("A notice could not be sent", ex);
		}
	}

	private void tell(Noticed fact) {
		byte[] message = this.json.writeValueAsBytes(fact.notice());
		this.clients.of(fact.people())
			.tell(QUEUE, (principal) -> concerns(principal, fact) ? Optional.of(message) : Optional.empty());
	}

	/** Connections are also known by other names, and rights may have changed. */
	private boolean concerns(Principal principal, Noticed fact) {
		String topic = fact.notice().topic();
		return principal instanceof User user && fact.people().contains(key(user))
				&& (topic == null || this.topics.mayRead(user, new TopicName(topic)));
	}

	private static String key(User user) {
		return (user.account() != null) ? Account.key(user.account()) : user.username().key();
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "notices");
		thread.setDaemon(true);
		return thread;
	}

}
