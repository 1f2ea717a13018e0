package chat.hubbub.topic;

import java.net.URI;
import java.security.Principal;
import java.util.List;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.User;
import chat.hubbub.account.Visitor;

/** Topics over HTTP. Users see only the topics that they may read. */
@RestController
@RequestMapping("/api/topics")
class TopicController {

	private final Topics topics;

	private final TopicChanges changes;

	TopicController(Topics topics, TopicChanges changes) {
		this.topics = topics;
		this.changes = changes;
	}

	@GetMapping
	List<Listing> all(@Nullable Principal reader) {
		return this.topics.all(Visitor.of(reader));
	}

	@GetMapping("/{topic}")
	Listing one(@PathVariable String topic, @Nullable Principal reader) {
		return this.topics.one(Visitor.of(reader), new TopicName(topic));
	}

	@PostMapping
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true)
	ResponseEntity<Listing> create(@RequestBody NewTopic wanted, @Nullable Principal principal,
			HttpServletRequest request) {
		User creator = Visitor.of(principal);
		Rights rights = this.changes.create(creator, wanted.topic());
		return ResponseEntity.created(URI.create(request.getContextPath() + "/api/topics/" + rights.topic().name()))
			.body(Listing.of(rights, creator, 0));
	}

	@PatchMapping("/{topic}")
	Listing change(@PathVariable String topic, @RequestBody TopicChange wanted, @Nullable Principal principal) {
		User moderator = Visitor.of(principal);
		TopicName name = new TopicName(topic);
		this.changes.change(moderator, name, wanted::apply);
		return this.topics.one(moderator, name);
	}

	/**
	 * The description of a new topic by a client.
	 *
	 * @param name its name
	 * @param title its title, or {@code null} for its name
	 * @param description its purpose, or {@code null}
	 * @param access its access, {@code null} means open
	 * @param announcements whether only its moderators may post; {@code null} means no
	 */
	record NewTopic(@Nullable String name, @Nullable String title, @Nullable String description,
			@Nullable String access, @Nullable Boolean announcements) {

		Topic topic() {
			Topic plain = new Topic(new TopicName((this.name != null) ? this.name : ""), "", "");
			return new TopicChange(this.title, this.description, this.access, this.announcements).apply(plain);
		}

	}

}
