package chat.hubbub.broker.spring;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.messaging.handler.HandlerMethod;
import org.springframework.messaging.simp.SimpMessageMappingInfo;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.ImmutableMessageChannelInterceptor;
import org.springframework.stereotype.Component;

import chat.hubbub.broker.PromptInterceptor;
import chat.hubbub.broker.Route;
import chat.hubbub.broker.connection.PromptDestinations;
import chat.hubbub.stomp.Destinations;

/**
 * The {@link Route}s that are used, and the destinations that no other controller may
 * have mapped. Knows none before the mappings are read. Thread-safe.
 */
@Component
class Routes implements PromptDestinations {

	private static final String WILDCARDS = "*?{";

	private final ObjectProvider<Route> all;

	private volatile List<Known> known = List.of();

	/** The mappings of other controllers, each up to its first wildcard. */
	private volatile List<String> others = List.of();

	private volatile boolean prompt;

	Routes(ObjectProvider<Route> all) {
		this.all = all;
	}

	/**
	 * Sets the mappings and the interceptors of frames. A developer's interceptor may
	 * wait.
	 */
	void know(Map<SimpMessageMappingInfo, HandlerMethod> mappings, List<ChannelInterceptor> interceptors) {
		List<Class<?>> ours = this.all.stream().<Class<?>>map(Route::controller).toList();
		this.others = mappings.entrySet()
			.stream()
			.filter((mapping) -> !ours.contains(mapping.getValue().getBeanType()))
			.flatMap((mapping) -> mapping.getKey().getDestinationConditions().getPatterns().stream())
			.map(Routes::literal)
			.distinct()
			.toList();
		this.known = mappings.values()
			.stream()
			.distinct()
			.flatMap((method) -> this.all.stream()
				.filter((route) -> route.controller() == method.getBeanType())
				.map((route) -> new Known(route, method)))
			.toList();
		this.prompt = interceptors.stream().allMatch(Routes::isPrompt);
	}

	/** The route to a path, unless another controller may have mapped it. */
	Optional<Known> find(String path) {
		for (Known each : this.known) {
			if (each.route().leadsTo(path)) {
				return isElsewhere(path) ? Optional.empty() : Optional.of(each);
			}
		}
		return Optional.empty();
	}

	@Override
	public boolean contains(String destination, byte[] body) {
		if (!this.prompt || !destination.startsWith(Destinations.APP)) {
			return false;
		}
		Known known = find(destination.substring(Destinations.APP.length() - 1)).orElse(null);
		return known != null && known.route().isShort(body);
	}

	private boolean isElsewhere(String path) {
		for (String other : this.others) {
			if (path.startsWith(other)) {
				return true;
			}
		}
		return false;
	}

	private static String literal(String pattern) {
		int end = 0;
		while (end < pattern.length() && WILDCARDS.indexOf(pattern.charAt(end)) < 0) {
			end++;
		}
		return pattern.substring(0, end);
	}

	private static boolean isPrompt(ChannelInterceptor interceptor) {
		return interceptor instanceof PromptInterceptor || interceptor instanceof ImmutableMessageChannelInterceptor;
	}

	/**
	 * A route and a method of its controller, of which the handlers of exceptions are
	 * asked.
	 *
	 * @param route the route
	 * @param method the method
	 */
	record Known(Route route, HandlerMethod method) {

	}

}
