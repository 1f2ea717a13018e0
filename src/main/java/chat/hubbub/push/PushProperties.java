package chat.hubbub.push;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether people can be told of messages while they have no page open.
 *
 * @param enabled whether browsers may subscribe, and are told
 */
@ConfigurationProperties("hubbub.push")
public record PushProperties(@DefaultValue("true") boolean enabled) {

}
