package chat.hubbub.broker.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.messaging.handler.invocation.HandlerMethodReturnValueHandler;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageMappingInfo;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.support.AbstractSubscribableChannel;
import org.springframework.web.socket.messaging.WebSocketAnnotationMethodMessageHandler;

import chat.hubbub.broker.connection.Refusals;

/**
 * Calls the controllers, by a {@link Routes route} where there is one, and refuses frames
 * without a handler. Thread-safe.
 */
class Controllers extends WebSocketAnnotationMethodMessageHandler {

	private final AbstractSubscribableChannel inbound;

	private final Refusals refusals;

	private final Routes routes;

	private final CompletionHandler completions;

	Controllers(AbstractSubscribableChannel inbound, AbstractSubscribableChannel outbound,
			SimpMessagingTemplate template, Refusals refusals, Routes routes) {
		super(inbound, outbound, template);
		this.inbound = inbound;
		this.refusals = refusals;
		this.routes = routes;
		this.completions = new CompletionHandler(refusals);
	}

	@Override
	public void afterPropertiesSet() {
		super.afterPropertiesSet();
		this.routes.know(getHandlerMethods(), this.inbound.getInterceptors());
	}

	/**
	 * Puts Hubbub's resolvers first, because some of Spring's inspect annotations for
	 * each message.
	 */
	@Override
	protected List<HandlerMethodArgumentResolver> initArgumentResolvers() {
		List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>(getCustomArgumentResolvers());
		resolvers.addAll(super.initArgumentResolvers());
		return resolvers;
	}

	@Override
	protected List<? extends HandlerMethodReturnValueHandler> initReturnValueHandlers() {
		List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
		handlers.add(this.completions);
		handlers.addAll(super.initReturnValueHandlers());
		return handlers;
	}

	@Override
	public void handleMessage(Message<?> message) {
		Routes.Known route = route(message);
		if (route == null) {
			super.handleMessage(message);
		}
		else {
			call(route, message);
		}
	}

	private Routes.@Nullable Known route(Message<?> message) {
		String path = path(message);
		return (path != null) ? this.routes.find(path).orElse(null) : null;
	}

	private @Nullable String path(Message<?> message) {
		boolean send = SimpMessageHeaderAccessor.getMessageType(message.getHeaders()) == SimpMessageType.MESSAGE;
		return send ? getLookupDestination(getDestination(message)) : null;
	}

	private void call(Routes.Known known, Message<?> message) {
		try {
			CompletionStage<?> work = known.route().call(String.valueOf(path(message)), message);
			this.completions.await(work, message);
		}
		catch (Exception ex) {
			processHandlerMethodException(known.method(), ex, message);
		}
	}

	@Override
	protected void handleNoMatch(Set<SimpMessageMappingInfo> mappings, String lookupDestination, Message<?> message) {
		this.refusals.refuse(message, new UnknownDestination());
	}

}
