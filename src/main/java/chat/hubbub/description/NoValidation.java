package chat.hubbub.description;

import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Validates nothing. springdoc brings the annotations of Jakarta Validation, for which
 * Spring would look for a provider at each start. Records validate themselves.
 */
@Configuration(proxyBeanMethods = false)
class NoValidation implements WebMvcConfigurer {

	@Override
	public Validator getValidator() {
		return Validator.forInstanceOf(Object.class, (target, errors) -> {
		});
	}

}
