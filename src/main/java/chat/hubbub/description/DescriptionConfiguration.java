package chat.hubbub.description;

import java.security.Principal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.type.MethodMetadata;
import org.springframework.security.core.annotation.AuthenticationPrincipal;

/** Tells springdoc the facts that it cannot see in the controllers. */
@Configuration(proxyBeanMethods = false)
@Lazy
class DescriptionConfiguration {

	private static final String TEXT = "Everything here is also described in docs/protocol.md, with its limits. "
			+ "Programs send an access token as a bearer token. Requests that have a cookie and change something need "
			+ "the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN. Every refusal has a code.";

	/**
	 * springdoc would make its beans at every start. They are for the few readers of the
	 * description, so the first of them waits instead.
	 */
	@Bean
	static BeanFactoryPostProcessor lazySpringdoc() {
		return (beans) -> Stream.of(beans.getBeanDefinitionNames())
			.map(beans::getBeanDefinition)
			.filter((definition) -> isOfSpringdoc(definition.getBeanClassName())
					|| isOfSpringdoc(declaringClass(definition)))
			.forEach((definition) -> definition.setLazyInit(true));
	}

	private static @Nullable String declaringClass(BeanDefinition definition) {
		MethodMetadata method = (definition instanceof AnnotatedBeanDefinition annotated)
				? annotated.getFactoryMethodMetadata() : null;
		return (method != null) ? method.getDeclaringClassName() : null;
	}

	private static boolean isOfSpringdoc(@Nullable String className) {
		return className != null && className.startsWith("org.springdoc.");
	}

	/**
	 * springdoc itself makes the bean that registers its converters only at the start.
	 */
	@Bean
	@DependsOn("modelConverterRegistrar")
	OpenAPI openApi(ServletContext servlet) {
		SpringDocUtils.getConfig().addAnnotationsToIgnore(AuthenticationPrincipal.class);
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Principal.class);
		SpringDocUtils.getConfig().addResponseWrapperToIgnore(CompletableFuture.class);
		return new OpenAPI().info(new Info().title("Hubbub over HTTP").version("1").description(TEXT))
			.servers(List.of(new Server().url(servlet.getContextPath() + "/")));
	}

	@Bean
	ModelConverter recordSchemas() {
		return new RecordSchemas();
	}

	@Bean
	OperationCustomizer operationTexts() {
		return new OperationTexts();
	}

	@Bean
	OperationCustomizer rawBodies() {
		return new RawBodies();
	}

	@Bean
	OpenApiCustomizer commonAnswers() {
		return new CommonAnswers();
	}

}
