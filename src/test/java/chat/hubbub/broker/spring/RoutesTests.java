package chat.hubbub.broker.spring;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import chat.hubbub.broker.Route;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.DestinationPatternsMessageCondition;
import org.springframework.messaging.handler.HandlerMethod;
import org.springframework.messaging.simp.SimpMessageMappingInfo;
import org.springframework.messaging.simp.SimpMessageTypeMessageCondition;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.ImmutableMessageChannelInterceptor;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTests {

	private static final byte[] BODY = { 1 };

	private final Routes routes = new Routes(
			new StaticListableBeanFactory(Map.of("tea", new TeaRoute())).getBeanProvider(Route.class));

	@Test
	void findsTheRouteOfAController() throws Exception {
		know(List.of());
		assertThat(this.routes.find("/tea.green")).isPresent();
		assertThat(this.routes.find("/coffee")).isEmpty();
		assertThat(this.routes.contains("/app/tea.green", BODY)).isTrue();
		assertThat(this.routes.contains("/topic/tea.green", BODY)).isFalse();
		assertThat(this.routes.contains("/app/tea.green", new byte[] { TeaRoute.LONG })).isFalse();
	}

	@Test
	void findsNoneBeforeTheMappingsAreKnown() {
		assertThat(this.routes.find("/tea.green")).isEmpty();
	}

	@Test
	void findsNoneOfAControllerThatIsNotThere() {
		this.routes.know(Map.of(), List.of());
		assertThat(this.routes.find("/tea.green")).isEmpty();
	}

	@Test
	void leavesToSpringWhatAnotherControllerMayHaveMapped() throws Exception {
		know(List.of(), "/tea.black", "/t?a.red", "/coffee", "/tea.y{kind}");
		assertThat(this.routes.find("/tea.green")).isEmpty();
		know(List.of(), "/tea.black", "/coffee", "/tea.y{kind}");
		assertThat(this.routes.find("/tea.green")).isPresent();
		assertThat(this.routes.find("/tea.black")).isEmpty();
		assertThat(this.routes.find("/tea.yellow")).isEmpty();
		assertThat(this.routes.contains("/app/tea.black", BODY)).isFalse();
	}

	@Test
	void promisesNothingWhereADevelopersInterceptorMayWait() throws Exception {
		know(List.of(new ImmutableMessageChannelInterceptor(), new ChannelInterceptor() {
		}));
		assertThat(this.routes.find("/tea.green")).isPresent();
		assertThat(this.routes.contains("/app/tea.green", BODY)).isFalse();
	}

	private void know(List<ChannelInterceptor> interceptors, String... others) throws Exception {
		this.routes.know(Map.of(mapping("/tea.{kind}"), new HandlerMethod(new Tea(), "drink"), mapping(others),
				new HandlerMethod(new Other(), "drink")), interceptors);
	}

	private static SimpMessageMappingInfo mapping(String... patterns) {
		return new SimpMessageMappingInfo(SimpMessageTypeMessageCondition.MESSAGE,
				new DestinationPatternsMessageCondition(patterns));
	}

	/** A controller. */
	static class Tea {

		public void drink() {
			// It is only mapped.
		}

	}

	/** A developer's controller. */
	static class Other extends Tea {

	}

	/** The route to the first one. */
	private static final class TeaRoute implements Route {

		static final byte LONG = 2;

		@Override
		public Class<?> controller() {
			return Tea.class;
		}

		@Override
		public boolean leadsTo(String path) {
			return path.startsWith("/tea.");
		}

		@Override
		public boolean isShort(byte[] body) {
			return body[0] != LONG;
		}

		@Override
		public CompletionStage<?> call(String path, Message<?> send) {
			return CompletableFuture.completedStage(null);
		}

	}

}
