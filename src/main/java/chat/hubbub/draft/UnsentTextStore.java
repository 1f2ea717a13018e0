package chat.hubbub.draft;

import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.draft.DraftQueue.Place;

/** The table of unsent texts. Thread-safe. */
@Repository
class UnsentTextStore {

	/** An account keeps so many; beyond them the oldest is deleted. */
	static final int MOST = 50;

	private final JdbcClient jdbc;

	private final Clock clock;

	UnsentTextStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The texts of an account, the newest first. */
	List<UnsentText> all(long account) {
		return this.jdbc.sql("select topic, text from draft where account = ? order by saved_at desc, topic")
			.param(account)
			.query(UnsentText.class)
			.list();
	}

	/** Keeps a text in place of the former one; an empty text deletes it. */
	void put(Place place, String text) {
		if (text.isEmpty()) {
			this.jdbc.sql("delete from draft where account = ? and topic = ?")
				.params(place.account(), place.topic().value())
				.update();
		}
		else {
			insert(place, text);
			prune(place.account());
		}
	}

	private void insert(Place place, String text) {
		this.jdbc.sql("""
				insert into draft (account, topic, text, saved_at) values (?, ?, ?, ?)
				on conflict (account, topic) do update set text = excluded.text, saved_at = excluded.saved_at""")
			.params(place.account(), place.topic().value(), text, this.clock.millis())
			.update();
	}

	private void prune(long account) {
		this.jdbc.sql("""
				delete from draft where account = :account and topic not in
				(select topic from draft where account = :account order by saved_at desc, topic limit :most)""")
			.param("account", account)
			.param("most", MOST)
			.update();
	}

	void deleteAll(long account) {
		this.jdbc.sql("delete from draft where account = ?").param(account).update();
	}

}
