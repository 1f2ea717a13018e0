package chat.hubbub.web;

import java.util.List;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.broker.Fanout;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Bus;
import chat.hubbub.setting.ServerFace;
import chat.hubbub.setting.Settings;
import chat.hubbub.setting.SettingsStored;
import chat.hubbub.stomp.Destinations;

/**
 * Tells open pages of each new name and icon of the server. Each node tells its own
 * subscribers. Thread-safe.
 */
@Component
class ServerNews {

	static final String DESTINATION = Destinations.TOPIC + "server";

	private final Settings settings;

	private final Fanout fanout;

	private final JsonMapper json;

	private ServerFace told;

	/** Is told after the settings, which are registered before. */
	ServerNews(Settings settings, Fanout fanout, JsonMapper json, Bus bus) {
		this.settings = settings;
		this.fanout = fanout;
		this.json = json;
		this.told = settings.now().face();
		bus.receive(SettingsStored.class, (fact) -> tell());
		bus.receive(AnythingChanged.class, (fact) -> tell());
	}

	/** Held while it tells, so that the newest comes last. */
	private synchronized void tell() {
		ServerFace now = this.settings.now().face();
		if (!now.equals(this.told)) {
			this.told = now;
			this.fanout.publish(List.of(EncodedMessage.json(DESTINATION, this.json.writeValueAsBytes(now))));
		}
	}

}
