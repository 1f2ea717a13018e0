package chat.hubbub.message;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import chat.hubbub.broker.wire.CustomHeaders;
import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static chat.hubbub.message.Posts.TEA;
import static org.assertj.core.api.Assertions.assertThat;

/** The mentions of messages, in memory and in the store. */
class MentionsTests {

	private static final Mention ADA = Mention.of(7L, "ada", "Ada");

	private static final Mention EVE = Mention.of(null, "Eve", "Eve");

	private static final Mention HERE = Mention.here("here");

	private static final Mention JOAN = Mention.of(8L, "joan", "joan");

	@TempDir
	private Path folder;

	private Database database;

	private MessageStore store;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder);
		this.database.addTopic("tea");
		this.store = new MessageStore(this.database.client(), this.database.source(), (event) -> {
		}, new FakeClock(), (message, former) -> {
		});
	}

	@AfterEach
	void close() {
		this.store.destroy();
		this.database.close();
	}

	@Test
	void travelInAFewFields() {
		String json = new JsonMapper().writeValueAsString(List.of(ADA, EVE, HERE, Mention.here("HERE")));
		assertThat(json).isEqualTo("[{\"name\":\"ada\",\"text\":\"Ada\"},{\"name\":\"Eve\"},{\"here\":true},"
				+ "{\"text\":\"HERE\",\"here\":true}]");
	}

	@Test
	void meanPeople() {
		assertThat(mentions(List.of(ADA, EVE, HERE), JOAN).people()).containsExactly("@7", "eve", "@8");
		assertThat(Mentions.NONE.people()).isEmpty();
	}

	@Test
	void anEditMeansThosePeopleWhoWereThereBefore() {
		Mentions before = mentions(List.of(HERE, ADA), JOAN);
		Mentions after = mentions(List.of(HERE, EVE), ADA, Mention.of(9L, "mary", "mary")).after(before);
		assertThat(after.mentions()).containsExactly(HERE, EVE);
		assertThat(after.present()).containsExactly(JOAN, ADA);
		assertThat(after.newSince(before)).isEqualTo(Set.of("eve"));
		assertThat(mentions(List.of(HERE, JOAN)).after(before).present()).isEmpty();
		assertThat(mentions(List.of(HERE), ADA).after(mentions(List.of(EVE))).people()).containsExactly("@7");
		assertThat(mentions(List.of(EVE)).after(before).people()).containsExactly("eve");
	}

	@Test
	void areReadAsTheyWereStored() {
		post("@Ada @Eve @here", mentions(List.of(ADA, EVE, HERE), JOAN, EVE));
		post("tea", Mentions.NONE);
		Posted read = this.store.messagesBefore(TEA, 3, 10).get(1);
		assertThat(read.present().mentions().mentions()).containsExactly(ADA, EVE, HERE);
		assertThat(this.store.messagesBefore(TEA, 3, 10).get(0).present().mentions()).isEqualTo(Mentions.NONE);
		assertThat(this.database.client()
			.sql("select account from mention where account is not null order by place")
			.query(Long.class)
			.list()).containsExactly(7L, 8L);
	}

	@Test
	void keepTheirPersonUnderAnotherName() {
		post("@Ada @here", mentions(List.of(ADA, HERE), JOAN));
		post("@joan", mentions(List.of(JOAN)));
		MentionStore names = new MentionStore(this.database.client(),
				TopicLocks.of(this.database.client(), this.database.source()), this.database.transactions());
		names.rename(7, "countess");
		names.rename(7, "ada lovelace");
		names.rename(8, "joanna");
		names.rename(8, "joanna");
		List<Posted> messages = this.store.messagesAfter(TEA, 0, 10);
		assertThat(messages.get(0).present().mentions().mentions())
			.containsExactly(new Mention(7L, "ada lovelace", "Ada", false), HERE);
		assertThat(messages.get(1).present().mentions().mentions())
			.containsExactly(new Mention(8L, "joanna", "joan", false));
	}

	@Test
	void rememberTheEditThatHasAddedThem() {
		post("@Ada", mentions(List.of(ADA)));
		edit("@joan @Ada @here", mentions(List.of(JOAN, ADA, HERE), Mention.of(9L, "mary", "mary")));
		assertThat(edits()).containsExactly("7 with the message", "8 with 2", "9 with 2");
		edit("@joan @here", mentions(List.of(JOAN, HERE)));
		assertThat(edits()).containsExactly("8 with 2", "9 with 2");
		edit("@joan @Ada", mentions(List.of(JOAN, ADA)));
		assertThat(edits()).containsExactly("7 with 4", "8 with 2");
	}

	private List<String> edits() {
		return this.database.client()
			.sql("select account, edit from mention where account is not null order by account")
			.query((row, number) -> row.getLong("account") + " with "
					+ ((row.getObject("edit") != null) ? row.getLong("edit") : "the message"))
			.list();
	}

	private void edit(String text, Mentions mentions) {
		this.store.store(List.of(Unit.of(new Edit(TEA, Posts.ada("x").author(), 1, text, mentions))), List.of())
			.complete();
	}

	@Test
	void countInThePageOfAHistory() {
		Mentions many = mentions(java.util.Collections.nCopies(50, Mention.of(7L, "n".repeat(32), "m".repeat(64))));
		Posted posted = post("@", many);
		assertThat(posted.moreBytes())
			.isGreaterThanOrEqualTo(new JsonMapper().writeValueAsBytes(many.mentions()).length - 2L);
	}

	private Posted post(String text, Mentions mentions) {
		Post post = new Post(TEA, Posts.ada("x").author(), new Draft(new Content(text), null, CustomHeaders.NONE),
				mentions);
		this.store.store(List.of(Unit.of(post)), List.of()).complete();
		return post.event().join();
	}

	private static Mentions mentions(List<Mention> mentions, Mention... present) {
		return new Mentions(mentions, List.of(present));
	}

}
