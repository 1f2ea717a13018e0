package chat.hubbub.signin;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedRuntimeException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The browsers' sessions in the database. A fault while the time of the last use is
 * stored is ignored, so that requests that only read work on a full disk. Thread-safe.
 *
 * @param <S> the session of the database
 */
final class StoredSessions<S extends Session> implements SessionRepository<StoredSession<S>> {

	private static final Logger logger = LoggerFactory.getLogger(StoredSessions.class);

	private final SessionRepository<S> rows;

	StoredSessions(SessionRepository<S> rows) {
		this.rows = rows;
	}

	@Override
	public StoredSession<S> createSession() {
		return new StoredSession<>(this.rows, this.rows.createSession(), true);
	}

	@Override
	public void save(StoredSession<S> session) {
		if (session.isChanged()) {
			session.save();
			return;
		}
		try {
			session.save();
		}
		catch (NestedRuntimeException ex) {
			logger.debug("The time of the last use of a session could not be stored", ex);
		}
	}

	@Override
	public @Nullable StoredSession<S> findById(String id) {
		S row = this.rows.findById(id);
		return (row != null) ? new StoredSession<>(this.rows, row, false) : null;
	}

	@Override
	public void deleteById(String id) {
		this.rows.deleteById(id);
	}

}
