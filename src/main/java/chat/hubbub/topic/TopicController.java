package chat.hubbub.topic;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.http.ResponseEntity;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Topics over HTTP, and the news of a new one to whoever subscribes. */
@RestController
@RequestMapping("/api/topics")
class TopicController {

	static final String NEWS = "/topic/topics";

	private final Topics topics;

	private final SimpMessagingTemplate messaging;

	TopicController(Topics topics, SimpMessagingTemplate messaging) {
		this.topics = topics;
		this.messaging = messaging;
	}

	@GetMapping
	List<Listing> all() {
		return this.topics.all();
	}

	@GetMapping("/{topic}")
	Listing one(@PathVariable String topic) {
		TopicName name = this.topics.find(new TopicName(topic));
		return this.topics.all()
			.stream()
			.filter((listing) -> listing.name().equals(name.value()))
			.findFirst()
			.orElseThrow(() -> new TopicNotFound(name));
	}

	@PostMapping
	ResponseEntity<Listing> create(@RequestBody NewTopic wanted) {
		Topic topic = wanted.topic();
		this.topics.create(topic);
		return ResponseEntity.created(URI.create("/api/topics/" + topic.name())).body(Listing.of(topic, 0));
	}

	@EventListener
	void tell(TopicCreated created) {
		this.messaging.convertAndSend(NEWS, Listing.of(created.topic(), 0));
	}

	/**
	 * What a client says of a topic that it wants.
	 *
	 * @param name its name
	 * @param title its title, or {@code null} for its name
	 * @param description what it is for, or {@code null}
	 */
	record NewTopic(@Nullable String name, @Nullable String title, @Nullable String description) {

		Topic topic() {
			return new Topic(new TopicName((this.name != null) ? this.name : ""),
					(this.title != null) ? this.title : "", (this.description != null) ? this.description : "");
		}

	}

}
