package chat.hubbub.moderation;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.account.Visitor;
import chat.hubbub.net.ClientAddress;
import chat.hubbub.topic.TopicName;

/**
 * Mutes and bans over HTTP: those of the whole server for admins, those of a topic for
 * its moderators.
 */
@RestController
class SanctionController {

	private static final String SERVER = "/api/{measures:mutes|bans}";

	private static final String TOPIC = "/api/topics/{topic}/{measures:mutes|bans}";

	private final Moderation moderation;

	SanctionController(Moderation moderation) {
		this.moderation = moderation;
	}

	@GetMapping({ SERVER, TOPIC })
	List<View> all(@PathVariable String measures, @PathVariable(required = false) @Nullable String topic,
			@Nullable Principal principal) {
		User moderator = Visitor.of(principal);
		return this.moderation.all(moderator, Measure.ofPath(measures), name(topic))
			.stream()
			.map((sanction) -> View.of(sanction, moderator))
			.toList();
	}

	@PostMapping({ SERVER, TOPIC })
	@ResponseStatus(HttpStatus.CREATED)
	View impose(@PathVariable String measures, @PathVariable(required = false) @Nullable String topic,
			@RequestBody Wish wish, @Nullable Principal principal) {
		User moderator = Visitor.of(principal);
		return View.of(this.moderation.impose(moderator, Measure.ofPath(measures), name(topic), wish.terms()),
				moderator);
	}

	@DeleteMapping({ SERVER + "/{id}", TOPIC + "/{id}" })
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lift(@PathVariable String measures, @PathVariable(required = false) @Nullable String topic,
			@PathVariable long id, @Nullable Principal principal) {
		this.moderation.lift(Visitor.of(principal), Measure.ofPath(measures), name(topic), id);
	}

	private static @Nullable TopicName name(@Nullable String topic) {
		return (topic != null) ? new TopicName(topic) : null;
	}

	/**
	 * The request for a mute or a ban.
	 *
	 * @param username the name of an account or a guest
	 * @param minutes its duration; {@code null} means no end
	 * @param reason the reason, or {@code null}
	 */
	record Wish(@Nullable String username, @Nullable Long minutes, @Nullable String reason) {

		SanctionTerms terms() {
			return new SanctionTerms(new Username((this.username != null) ? this.username : ""), this.minutes,
					(this.reason != null) ? this.reason : "");
		}

	}

	/**
	 * A mute or a ban as moderators see it. Only admins see addresses.
	 *
	 * @param id its number
	 * @param username the name of its account or guest
	 * @param address the address at which it applies to all guests, if any; for admins
	 * only
	 * @param topic the name of its topic, if any
	 * @param by the name of the moderator
	 * @param reason the reason, may be empty
	 * @param createdAt its start
	 * @param until its end, if any
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record View(long id, String username, @Nullable String address, @Nullable String topic, String by, String reason,
			Instant createdAt, @Nullable Instant until) {

		static View of(Sanction sanction, User reader) {
			TopicName topic = sanction.topic();
			String address = sanction.addresses()
				.stream()
				.map(ClientAddress::toString)
				.collect(Collectors.joining(", "));
			return new View(sanction.id(), sanction.subject().username().value(),
					(address.isEmpty() || reader.role() != Role.ADMIN) ? null : address,
					(topic != null) ? topic.value() : null, sanction.by(), sanction.reason(), sanction.createdAt(),
					sanction.until());
		}

	}

}
