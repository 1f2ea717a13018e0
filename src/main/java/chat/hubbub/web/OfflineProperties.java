package chat.hubbub.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the page for times without a network.
 *
 * @param enabled whether they keep the page, and for signed-in people their newest
 * messages
 */
@ConfigurationProperties("hubbub.offline")
record OfflineProperties(@DefaultValue("true") boolean enabled) {

}
