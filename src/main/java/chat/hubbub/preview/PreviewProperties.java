package chat.hubbub.preview;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hubbub.previews.*}.
 *
 * @param enabled whether the server reads the pages of links in messages, to show
 * previews
 */
@ConfigurationProperties("hubbub.previews")
record PreviewProperties(@DefaultValue("false") boolean enabled) {

}
