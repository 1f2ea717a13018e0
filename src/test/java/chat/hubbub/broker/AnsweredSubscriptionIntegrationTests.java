package chat.hubbub.broker;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A subscription that a developer's controller answers. */
class AnsweredSubscriptionIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--spring.profiles.active=developer");

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void isAnsweredAndCanBeEnded(Carrier carrier) {
		RawClient ada = server.connect(carrier, "ada");
		ada.done("SUBSCRIBE", "", "id:1", "destination:/app/greeting");
		assertThat(ada.take("MESSAGE").body()).isEqualTo("Welcome");
		ada.done("UNSUBSCRIBE", "", "id:1");
		assertThat(ada.request("UNSUBSCRIBE", "", "id:1").code()).isEqualTo("subscription.unknown");
	}

}
