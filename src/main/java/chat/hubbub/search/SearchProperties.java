package chat.hubbub.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the search.
 *
 * @param enabled whether there is a search; if not, new messages do not come into the
 * index before it is turned on again
 */
@ConfigurationProperties("hubbub.search")
record SearchProperties(@DefaultValue("true") boolean enabled) {

}
