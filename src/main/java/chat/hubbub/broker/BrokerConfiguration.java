package chat.hubbub.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodReturnValueHandler;
import org.springframework.messaging.simp.SimpMessageMappingInfo;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.messaging.support.AbstractSubscribableChannel;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.unit.DataSize;
import org.springframework.web.socket.config.annotation.DelegatingWebSocketMessageBrokerConfiguration;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.messaging.WebSocketAnnotationMethodMessageHandler;

/**
 * Spring's messaging, synchronous: a frame is handled on its connection's own thread, so
 * its order is kept, a fast sender is slowed by TCP, and errors reach their client.
 */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration extends DelegatingWebSocketMessageBrokerConfiguration {

	/** The greatest size of a client's frame. */
	static final DataSize FRAME_LIMIT = DataSize.ofKilobytes(64);

	private static final long[] HEART_BEAT_MILLIS = { 10_000, 10_000 };

	private final ReceiptInterceptor receipts;

	private final FrameRules rules;

	private final Refusals refusals;

	BrokerConfiguration(ReceiptInterceptor receipts, FrameRules rules, Refusals refusals) {
		this.receipts = receipts;
		this.rules = rules;
		this.refusals = refusals;
	}

	@Override
	protected void configureClientInboundChannel(ChannelRegistration registration) {
		registration.interceptors(this.receipts, this.rules);
		super.configureClientInboundChannel(registration);
		registration.executor(new SyncTaskExecutor());
	}

	@Override
	protected void configureClientOutboundChannel(ChannelRegistration registration) {
		super.configureClientOutboundChannel(registration);
		registration.executor(new SyncTaskExecutor());
	}

	@Override
	protected void configureMessageBroker(MessageBrokerRegistry registry) {
		super.configureMessageBroker(registry);
		registry.setApplicationDestinationPrefixes("/app");
		registry.enableSimpleBroker("/topic", "/queue")
			.setHeartbeatValue(HEART_BEAT_MILLIS)
			.setTaskScheduler(heartBeats());
	}

	@Override
	protected void registerStompEndpoints(StompEndpointRegistry registry) {
		super.registerStompEndpoints(registry);
		registry.setErrorHandler(new StompErrors());
	}

	@Override
	protected void configureWebSocketTransport(WebSocketTransportRegistration registration) {
		super.configureWebSocketTransport(registration);
		registration.setMessageSizeLimit((int) FRAME_LIMIT.toBytes());
	}

	@Override
	protected SimpAnnotationMethodMessageHandler createAnnotationMethodMessageHandler(
			AbstractSubscribableChannel clientInboundChannel, AbstractSubscribableChannel clientOutboundChannel,
			SimpMessagingTemplate brokerMessagingTemplate) {
		return new Controllers(clientInboundChannel, clientOutboundChannel, brokerMessagingTemplate);
	}

	private static ThreadPoolTaskScheduler heartBeats() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setThreadNamePrefix("heart-beats-");
		scheduler.setDaemon(true);
		scheduler.initialize();
		return scheduler;
	}

	/** Calls the controllers, and refuses what none of them takes. */
	private final class Controllers extends WebSocketAnnotationMethodMessageHandler {

		Controllers(AbstractSubscribableChannel clientInboundChannel, AbstractSubscribableChannel clientOutboundChannel,
				SimpMessagingTemplate brokerMessagingTemplate) {
			super(clientInboundChannel, clientOutboundChannel, brokerMessagingTemplate);
			setPhase(BrokerConfiguration.this.getPhase());
		}

		@Override
		protected List<? extends HandlerMethodReturnValueHandler> initReturnValueHandlers() {
			List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
			handlers.add(new CompletionHandler(BrokerConfiguration.this.refusals));
			handlers.addAll(super.initReturnValueHandlers());
			return handlers;
		}

		@Override
		protected void handleNoMatch(Set<SimpMessageMappingInfo> mappings, String lookupDestination,
				Message<?> message) {
			BrokerConfiguration.this.refusals.refuse(message, ProtocolFault.unknownDestination());
		}

	}

}
