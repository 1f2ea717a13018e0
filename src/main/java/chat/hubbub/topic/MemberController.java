package chat.hubbub.topic;

import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Account;
import chat.hubbub.account.AccountNotFound;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.account.Visitor;

/**
 * The members of a topic over HTTP, for its moderators. Other users cannot find out here
 * which accounts exist.
 */
@RestController
@RequestMapping("/api/topics/{topic}/members")
class MemberController {

	private final Topics topics;

	private final TopicChanges changes;

	private final Accounts accounts;

	MemberController(Topics topics, TopicChanges changes, Accounts accounts) {
		this.topics = topics;
		this.changes = changes;
		this.accounts = accounts;
	}

	@GetMapping
	List<Member> all(@PathVariable String topic, @Nullable Principal principal) {
		return this.topics.moderated(Visitor.of(principal), new TopicName(topic))
			.people()
			.entrySet()
			.stream()
			.flatMap((person) -> member(person).stream())
			.sorted(Comparator.comparing(Member::name))
			.toList();
	}

	@PutMapping("/{name}")
	Member invite(@PathVariable String topic, @PathVariable String name,
			@RequestBody(required = false) @Nullable Wish wish, @Nullable Principal principal) {
		User moderator = Visitor.of(principal);
		TopicName where = this.topics.moderated(moderator, new TopicName(topic)).topic().name();
		Account account = account(name).orElseThrow(AccountNotFound::new);
		boolean asModerator = wish != null && Boolean.TRUE.equals(wish.moderator());
		this.changes.invite(moderator, where, account.id(), asModerator ? Standing.MODERATOR : Standing.MEMBER);
		return new Member(account.username().value(), asModerator);
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void dismiss(@PathVariable String topic, @PathVariable String name, @Nullable Principal principal) {
		User user = Visitor.of(principal);
		TopicName where = new TopicName(topic);
		Optional<Account> account = account(name);
		if (account.isEmpty()) {
			this.topics.moderated(user, where);
		}
		this.changes.dismiss(user, where, account.orElseThrow(AccountNotFound::new).id());
	}

	private Optional<Account> account(String name) {
		return this.accounts.find(new Username(name));
	}

	private Optional<Member> member(Map.Entry<Long, Standing> person) {
		return this.accounts.find(person.getKey())
			.map((account) -> new Member(account.username().value(), person.getValue() == Standing.MODERATOR));
	}

	/**
	 * An account that was invited to a topic.
	 *
	 * @param name its name
	 * @param moderator whether it moderates the topic
	 */
	record Member(String name, boolean moderator) {

	}

	/**
	 * The role that a member is to have.
	 *
	 * @param moderator whether the member is to moderate the topic; {@code null} means no
	 */
	record Wish(@Nullable Boolean moderator) {

	}

}
