package chat.hubbub.broker;

import org.springframework.messaging.support.ChannelInterceptor;

/**
 * An interceptor of frames that decides from memory and never waits. If all interceptors
 * are prompt, some frames are handled on the thread that reads from all connections.
 */
public interface PromptInterceptor extends ChannelInterceptor {

}
