package chat.hubbub.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.topic.TopicName;

/**
 * The rows of files and uploads. A file stays as long as a row of {@code attachment}
 * refers to it; a row that goes leaves one in {@code released_file}. Thread-safe.
 */
@Repository
class FileRows {

	private static final String COLUMNS = "f.name, f.hash, f.size, f.type, f.width, f.height, f.thumbnail";

	private static final String ORPHANS = "message is null and uploaded_at < :before";

	private final JdbcClient jdbc;

	private final Clock clock;

	FileRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The file with these bytes, if it is kept. */
	Optional<StoredFile> withHash(String hash) {
		return this.jdbc.sql("select " + COLUMNS + " from stored_file f where f.hash = ?")
			.param(hash)
			.query((row, number) -> file(row))
			.optional();
	}

	/**
	 * Adds a file.
	 * @return whether it was added; not if there is one with the same bytes
	 */
	boolean add(StoredFile file) {
		return this.jdbc.sql("""
				insert into stored_file (name, hash, size, type, width, height, thumbnail)
				values (:name, :hash, :size, :type, :width, :height, :thumbnail) on conflict do nothing""")
			.param("name", file.name())
			.param("hash", file.hash())
			.param("size", file.size())
			.param("type", file.type())
			.param("width", file.width())
			.param("height", file.height())
			.param("thumbnail", file.thumbnail())
			.update() > 0;
	}

	/**
	 * Adds an upload that refers to a file.
	 * @return whether the file is still there
	 */
	boolean add(String id, TopicName topic, String owner, String name, String file) {
		return this.jdbc.sql("""
				insert into attachment (id, topic, owner, name, file, uploaded_at)
				select :id, :topic, :owner, :name, f.name, :now from stored_file f where f.name = :file""")
			.param("id", id)
			.param("topic", topic.value())
			.param("owner", owner)
			.param("name", name)
			.param("file", file)
			.param("now", this.clock.millis())
			.update() > 0;
	}

	/** Cancels an upload of an owner; not if it belongs to a message. */
	boolean cancel(String id, String owner) {
		this.jdbc.sql("""
				insert into released_file (id, file) select id, file from attachment
				where id = :id and owner = :owner and message is null""")
			.param("id", id)
			.param("owner", owner)
			.update();
		return this.jdbc.sql("delete from attachment where id = :id and owner = :owner and message is null")
			.param("id", id)
			.param("owner", owner)
			.update() > 0;
	}

	/** Cancels all uploads of an owner that belong to no message. */
	void cancelAll(String owner) {
		List<String> ids = this.jdbc.sql("select id from attachment where owner = ? and message is null")
			.param(owner)
			.query(String.class)
			.list();
		ids.forEach((id) -> cancel(id, owner));
	}

	/** Cancels uploads that have belonged to no message for some time. */
	void cancelOrphans(Duration age) {
		long before = this.clock.millis() - age.toMillis();
		record Orphan(String id, String owner) {

		}
		this.jdbc.sql("select id, owner from attachment where " + ORPHANS)
			.param("before", before)
			.query(Orphan.class)
			.list()
			.forEach((orphan) -> cancel(orphan.id(), orphan.owner()));
	}

	/** A file of a message, with its name there, if there is such a file. */
	Optional<Named> ofMessage(TopicName topic, long seq, int place) {
		return this.jdbc.sql("select a.name as named, " + COLUMNS + """
				 from event e join attachment a on a.message = e.message join stored_file f on f.name = a.file
				where e.topic = ? and e.seq = ? and e.kind = 'posted' and a.place = ?""")
			.params(topic.value(), seq, place)
			.query((row, number) -> new Named(row.getString("named"), file(row)))
			.optional();
	}

	/** Some rows of files that may have lost their last reference. */
	List<Released> released(int limit) {
		return this.jdbc.sql("select id, file from released_file limit ?").param(limit).query(Released.class).list();
	}

	/** Notes that a file may have lost its last reference. */
	void release(Released released) {
		this.jdbc.sql("insert into released_file (id, file) values (?, ?) on conflict do nothing")
			.params(released.id(), released.file())
			.update();
	}

	/** Removes a file without a reference, and returns whether it is gone. */
	boolean removeUnreferenced(String file) {
		this.jdbc.sql("""
				delete from stored_file where name = :file
				and not exists (select 1 from attachment a where a.file = :file)""").param("file", file).update();
		return this.jdbc.sql("select count(*) from stored_file where name = ?")
			.param(file)
			.query(Long.class)
			.single() == 0;
	}

	void forget(Released released) {
		this.jdbc.sql("delete from released_file where id = ?").param(released.id()).update();
	}

	/** The names of files without a reference of which there is no note. */
	List<String> unreferenced() {
		return this.jdbc.sql("""
				select f.name from stored_file f
				where not exists (select 1 from attachment a where a.file = f.name)""").query(String.class).list();
	}

	/** Those of some names that are files. */
	Set<String> known(Collection<String> names) {
		return names.isEmpty() ? Set.of()
				: new HashSet<>(this.jdbc.sql("select name from stored_file where name in (:names)")
					.param("names", names)
					.query(String.class)
					.list());
	}

	private static StoredFile file(ResultSet row) throws SQLException {
		return new StoredFile(row.getString("name"), row.getString("hash"), row.getLong("size"), row.getString("type"),
				number(row, "width"), number(row, "height"), row.getString("thumbnail"));
	}

	private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
		int number = row.getInt(column);
		return row.wasNull() ? null : number;
	}

	/**
	 * A file of a message.
	 *
	 * @param name its name there
	 * @param file the file
	 */
	record Named(String name, StoredFile file) {

	}

	/**
	 * A reference that is gone.
	 *
	 * @param id the id of its upload
	 * @param file the name of the file
	 */
	record Released(String id, String file) {

	}

}
