package chat.hubbub.web;

import java.time.Duration;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/** Lets browsers cache bundles for ever: a bundle with other content has another name. */
@Configuration(proxyBeanMethods = false)
class PageFilesConfiguration implements WebMvcConfigurer {

	private static final Duration FOR_EVER = Duration.ofDays(365);

	private final WebProperties settings;

	PageFilesConfiguration(WebProperties settings) {
		this.settings = settings;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		String[] folders = Stream.of(this.settings.getResources().getStaticLocations())
			.map((location) -> location + PageFiles.BUNDLE)
			.toArray(String[]::new);
		registry.addResourceHandler("/" + PageFiles.BUNDLE + "**")
			.addResourceLocations(folders)
			.setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
			.resourceChain(true)
			.addResolver(new EncodedResourceResolver());
	}

}
