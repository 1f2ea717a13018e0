package chat.hubbub.message;

import java.util.List;
import java.util.Optional;

import chat.hubbub.topic.TopicName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Erases the texts of conversations that everybody has left. Thread-safe.
 */
@Repository
class ConversationEraser {

	/** The messages of one step, because other messages wait meanwhile. */
	private static final int STEP = 200;

	private static final String SOME = """
			select m.id, m.text, m.attachments is not null as files from event e join message m on m.id = e.message
			where e.topic = ? and e.kind = 'posted' and not (m.text = '' and m.headers is null and m.attachments is null)
			limit\s"""
			+ STEP;

	private final JdbcClient jdbc;

	private final Erasures erasures;

	ConversationEraser(JdbcClient jdbc, Erasures erasures) {
		this.jdbc = jdbc;
		this.erasures = erasures;
	}

	/** A conversation without people, if there is one. */
	Optional<TopicName> next() {
		return this.jdbc.sql("""
				select topic from conversation where people is null
				and not exists (select 1 from topic_member m where m.topic = conversation.topic) limit 1""")
			.query(String.class)
			.optional()
			.map(TopicName::new);
	}

	/**
	 * Erases some texts of a conversation, in the transaction of the caller. When it has
	 * no text, it is forgotten.
	 */
	void erase(TopicName topic) {
		List<Text> texts = this.jdbc.sql(SOME).param(topic.value()).query(Text.class).list();
		texts.forEach(this::erase);
		if (texts.isEmpty()) {
			List.of("conversation_left", "conversation")
				.forEach((table) -> update("delete from " + table + " where topic = ?", topic.value()));
		}
	}

	private void erase(Text text) {
		update("delete from message_reaction where message = ?", text.id());
		update("insert into released_file (id, file) select id, file from attachment where message = ?", text.id());
		update("delete from attachment where message = ?", text.id());
		update("update message set text = '', headers = null, attachments = null, preview = null, deleted = true where id = ?",
				text.id());
		this.erasures.erased(text.id(), text.text(), text.files());
	}

	private void update(String sql, Object parameter) {
		this.jdbc.sql(sql).param(parameter).update();
	}

	/**
	 * A text to be erased.
	 *
	 * @param id the id of its message
	 * @param text the text
	 * @param files whether it has files
	 */
	private record Text(long id, String text, boolean files) {

	}

}
