package chat.hubbub.preview;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import chat.hubbub.file.PreviewPictures;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.Follower;
import chat.hubbub.message.KeptPicture;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.MissingPreviews;
import chat.hubbub.outgoing.OutgoingRequests;
import chat.hubbub.picture.Encoded;
import chat.hubbub.refusal.Refusal;

/**
 * Gives new messages the previews of their first links. It reads a few links at a time,
 * and never waits for them: a link for which there is no room gets no preview.
 */
@Component
@ConditionalOnBooleanProperty("hubbub.previews.enabled")
class Previewer implements Follower, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(Previewer.class);

	private static final int THREADS = 4;

	/** The maximum number of links that wait to be read. */
	private static final int MOST = 100;

	/** The same of one person, so that others have room. */
	private static final int MOST_OF_PERSON = 10;

	/** Older messages come when previews are turned on again. */
	static final Duration RECENT = Duration.ofHours(1);

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MOST), Previewer::newThread);

	private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

	private final Findings findings;

	private final EventLog log;

	private final PreviewPictures pictures;

	private final MissingPreviews missing;

	private final Clock clock;

	@Autowired
	Previewer(OutgoingRequests requests, EventLog log, PreviewPictures pictures, MissingPreviews missing, Clock clock) {
		this(new Fetcher(requests::get)::fetch, log, pictures, missing, clock);
	}

	Previewer(Findings.Source source, EventLog log, PreviewPictures pictures, MissingPreviews missing, Clock clock) {
		this.threads.allowCoreThreadTimeOut(true);
		this.findings = new Findings(source, this.threads, System::nanoTime);
		this.log = log;
		this.pictures = pictures;
		this.missing = missing;
		this.clock = clock;
	}

	/**
	 * Reads the links that were being read when the server stopped. Those that led to
	 * nothing are read again.
	 */
	@EventListener(ApplicationReadyEvent.class)
	void resume() {
		this.threads.execute(() -> {
			try {
				this.missing.since(since(), MOST).forEach(this::find);
			}
			catch (DataAccessException ex) {
				logger.warn("Links that were being read at the stop get no preview: {}", ex.toString());
			}
		});
	}

	@Override
	public String name() {
		return "previews";
	}

	@Override
	public Start start() {
		return Start.NEWEST_EVENT;
	}

	/** A preview belongs to its message, which only their people read. */
	@Override
	public boolean readsConversations() {
		return true;
	}

	@Override
	public Step follow(List<LogEntry> entries) {
		entries.forEach(this::find);
		return Step.NO_ROWS;
	}

	private Instant since() {
		return this.clock.instant().minus(RECENT);
	}

	private void find(LogEntry entry) {
		Wanted.of(entry, since()).ifPresent(this::find);
	}

	private void find(Wanted wanted) {
		String person = wanted.person();
		if (this.waiting.merge(person, 1, Integer::sum) > MOST_OF_PERSON) {
			release(person);
			return;
		}
		try {
			Future<?> unused = this.findings.of(wanted.link()).whenComplete((found, fault) -> {
				release(person);
				if (found != null) {
					found.ifPresent((page) -> show(wanted, page));
				}
			}).whenComplete((found, fault) -> note(fault));
		}
		catch (RejectedExecutionException ex) {
			release(person);
		}
	}

	private void release(String person) {
		this.waiting.computeIfPresent(person, (key, count) -> (count > 1) ? count - 1 : null);
	}

	private void show(Wanted wanted, Found found) {
		KeptPicture picture = keep(wanted, found.picture());
		this.log.preview(wanted.topic(), wanted.target(), wanted.author(), found.preview(wanted.link()), picture)
			// Not on the thread of the log's writer.
			.whenCompleteAsync((event, fault) -> {
				if (picture != null && (event == null || event.isEmpty())) {
					this.pictures.forget(picture.upload());
				}
			}, this.threads)
			.whenComplete((event, fault) -> note(fault));
	}

	/** A preview without its picture is better than none. */
	private @Nullable KeptPicture keep(Wanted wanted, @Nullable Encoded picture) {
		if (picture == null) {
			return null;
		}
		String extension = picture.type().endsWith("png") ? "png" : "jpg";
		try {
			String upload = this.pictures.keep(wanted.topic(), picture, "preview." + extension);
			return new KeptPicture(upload, extension, picture.width(), picture.height());
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("The picture of a preview cannot be kept", ex);
			return null;
		}
	}

	/** A message may be deleted meanwhile, and the store may be away. */
	private static void note(@Nullable Throwable fault) {
		Throwable cause = (fault instanceof CompletionException) ? fault.getCause() : fault;
		if (cause != null && !(cause instanceof Refusal) && !(cause instanceof RejectedExecutionException)) {
			logger.warn("A preview could not be stored: {}", cause.toString());
		}
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

	private static Thread newThread(Runnable work) {
		Thread thread = new Thread(work, "previews");
		thread.setDaemon(true);
		return thread;
	}

}
