package chat.hubbub.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A browser's session. Changes in a transaction are stored with that transaction. If it
 * fails, the session has its earlier state and id again. Used by one request at a time.
 *
 * @param <S> the session of the database
 */
final class StoredSession<S extends Session> implements Session, TransactionSynchronization {

	private final SessionRepository<S> rows;

	private final String knownId;

	private final boolean fresh;

	private S row;

	private boolean changed;

	private boolean enlisted;

	private boolean lost;

	private boolean stale;

	StoredSession(SessionRepository<S> rows, S row, boolean fresh) {
		this.rows = rows;
		this.row = row;
		this.knownId = row.getId();
		this.fresh = fresh;
		this.changed = fresh;
	}

	/** Whether there is more to store than the time of its last use. */
	boolean isChanged() {
		return this.changed;
	}

	void save() {
		S current = row();
		if (!this.lost) {
			this.rows.save(current);
			this.changed = false;
		}
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		save();
	}

	/**
	 * The transaction's connection is still in use and may be broken, so the session is
	 * read later.
	 */
	@Override
	public void afterCompletion(int status) {
		this.enlisted = false;
		if (status != STATUS_COMMITTED) {
			this.stale = true;
			this.changed = false;
		}
	}

	private S row() {
		if (this.stale) {
			S before = this.fresh ? null : this.rows.findById(this.knownId);
			this.lost = before == null;
			if (before != null) {
				this.row = before;
			}
			this.stale = false;
		}
		return this.row;
	}

	private S change() {
		S current = row();
		this.changed = true;
		if (!this.enlisted && TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(this);
			this.enlisted = true;
		}
		return current;
	}

	@Override
	public String changeSessionId() {
		return change().changeSessionId();
	}

	@Override
	public void setAttribute(String name, Object value) {
		change().setAttribute(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		change().removeAttribute(name);
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		change().setMaxInactiveInterval(interval);
	}

	@Override
	public void setLastAccessedTime(Instant time) {
		row().setLastAccessedTime(time);
	}

	@Override
	public String getId() {
		return row().getId();
	}

	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> @Nullable T getAttribute(String name) {
		return row().getAttribute(name);
	}

	@Override
	public Set<String> getAttributeNames() {
		return row().getAttributeNames();
	}

	@Override
	public Instant getCreationTime() {
		return row().getCreationTime();
	}

	@Override
	public Instant getLastAccessedTime() {
		return row().getLastAccessedTime();
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return row().getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return row().isExpired();
	}

}
