package chat.hubbub.broker.spring;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.messaging.simp.broker.AbstractBrokerMessageHandler;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.messaging.simp.user.UserDestinationResolver;
import org.springframework.messaging.support.AbstractSubscribableChannel;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.WebSocketMessageBrokerStats;
import org.springframework.web.socket.config.annotation.DelegatingWebSocketMessageBrokerConfiguration;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import chat.hubbub.broker.connection.Refusals;
import chat.hubbub.bus.Bus;

/**
 * Configures Spring's messaging without thread pools: a frame is handled on the thread of
 * its connection. This keeps the order of frames, lets TCP slow down fast senders, and
 * lets errors reach their client.
 */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration extends DelegatingWebSocketMessageBrokerConfiguration {

	private final FrameRules rules;

	private final Refusals refusals;

	private final Bus bus;

	private final SubscriptionRequests requests;

	private final Routes routes;

	BrokerConfiguration(FrameRules rules, Refusals refusals, Bus bus, SubscriptionRequests requests, Routes routes) {
		this.rules = rules;
		this.refusals = refusals;
		this.bus = bus;
		this.requests = requests;
		this.routes = routes;
	}

	@Override
	protected void configureClientInboundChannel(ChannelRegistration registration) {
		registration.interceptors(this.rules);
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
	}

	@Bean
	@Override
	public AbstractBrokerMessageHandler simpleBrokerMessageHandler(AbstractSubscribableChannel clientInboundChannel,
			AbstractSubscribableChannel clientOutboundChannel, AbstractSubscribableChannel brokerChannel,
			UserDestinationResolver userDestinationResolver) {
		FanOutBroker broker = new FanOutBroker(clientInboundChannel, clientOutboundChannel, brokerChannel,
				List.of("/topic", "/queue"), this.bus, this.requests);
		// The broker stops after the connections, because it serves them until they end.
		broker.setPhase(getPhase());
		return broker;
	}

	// Spring's own WebSocket endpoints are not used; the transports open Hubbub's
	// connections.

	@Bean
	@Override
	public WebSocketHandler subProtocolWebSocketHandler(AbstractSubscribableChannel clientInboundChannel,
			AbstractSubscribableChannel clientOutboundChannel) {
		return new TextWebSocketHandler();
	}

	@Bean
	@Override
	public HandlerMapping stompWebSocketHandlerMapping(WebSocketHandler subProtocolWebSocketHandler,
			TaskScheduler messageBrokerTaskScheduler, AbstractSubscribableChannel clientInboundChannel) {
		return new SimpleUrlHandlerMapping();
	}

	@Bean
	@Override
	public WebSocketMessageBrokerStats webSocketMessageBrokerStats(
			@Nullable AbstractBrokerMessageHandler stompBrokerRelayMessageHandler,
			WebSocketHandler subProtocolWebSocketHandler,
			@Qualifier("clientInboundChannelExecutor") TaskExecutor inboundExecutor,
			@Qualifier("clientOutboundChannelExecutor") TaskExecutor outboundExecutor,
			@Qualifier("messageBrokerTaskScheduler") TaskScheduler scheduler) {
		return new WebSocketMessageBrokerStats();
	}

	@Override
	protected SimpAnnotationMethodMessageHandler createAnnotationMethodMessageHandler(
			AbstractSubscribableChannel clientInboundChannel, AbstractSubscribableChannel clientOutboundChannel,
			SimpMessagingTemplate brokerMessagingTemplate) {
		Controllers controllers = new Controllers(clientInboundChannel, clientOutboundChannel, brokerMessagingTemplate,
				this.refusals, this.routes);
		controllers.setPhase(getPhase());
		return controllers;
	}

}
