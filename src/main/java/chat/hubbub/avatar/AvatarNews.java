package chat.hubbub.avatar;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.Fanout;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.Bus;
import chat.hubbub.stomp.Destinations;

/** Tells everybody who listens of each new picture, and of each that is gone. */
@Component
class AvatarNews {

	static final String DESTINATION = Destinations.TOPIC + "avatars";

	private final Avatars avatars;

	private final Fanout fanout;

	private final JsonMapper json;

	/** Is told after the addresses, which are registered before. */
	AvatarNews(Avatars avatars, Fanout fanout, JsonMapper json, Bus bus) {
		this.avatars = avatars;
		this.fanout = fanout;
		this.json = json;
		bus.receive(AvatarStored.class, this::tell);
	}

	private void tell(AvatarStored fact) {
		News news = new News(fact.name(), this.avatars.of(fact.name()).orElse(null));
		this.fanout.publish(List.of(EncodedMessage.json(DESTINATION, this.json.writeValueAsBytes(news))));
	}

	/**
	 * A person has another picture.
	 *
	 * @param name the name of the person
	 * @param avatar its address, {@code null} if it was removed
	 */
	record News(String name, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String avatar) {
	}

}
