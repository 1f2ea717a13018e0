package chat.hubbub.transport;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of STOMP over TCP.
 *
 * @param port the port, 0 turns it off
 * @param sslBundle the name of the SSL bundle ({@code spring.ssl.bundle}) for TLS on this
 * port, or {@code null} for that of the web server, if it has one
 */
@ConfigurationProperties("hubbub.stomp")
record StompProperties(@DefaultValue("61613") int port, @Nullable String sslBundle) {

}
