package chat.hubbub.extension;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.simp.SimpMessageMappingInfo;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Logs the addresses at which extensions answer, such as {@code /app/poll}. */
@Component
class ExtensionAddresses {

	private static final Logger logger = LoggerFactory.getLogger(ExtensionAddresses.class);

	private final ObjectProvider<Extensions> extensions;

	private final ObjectProvider<SimpAnnotationMethodMessageHandler> frames;

	private final ObjectProvider<RequestMappingHandlerMapping> requests;

	ExtensionAddresses(ObjectProvider<Extensions> extensions, ObjectProvider<SimpAnnotationMethodMessageHandler> frames,
			ObjectProvider<RequestMappingHandlerMapping> requests) {
		this.extensions = extensions;
		this.frames = frames;
		this.requests = requests;
	}

	@EventListener(ApplicationReadyEvent.class)
	void tell() {
		this.extensions.ifAvailable((present) -> addresses(present)
			.forEach((jar, addresses) -> logger.info("Extension {} answers {}", jar, String.join(", ", addresses))));
	}

	private SortedMap<String, Set<String>> addresses(Extensions present) {
		SortedMap<String, Set<String>> addresses = new TreeMap<>();
		this.frames.forEach((handler) -> handler.getHandlerMethods()
			.forEach((info, method) -> present.nameOf(method.getBeanType())
				.ifPresent((jar) -> add(addresses, jar, destinations(handler, info)))));
		this.requests.forEach((mapping) -> mapping.getHandlerMethods()
			.forEach((info, method) -> present.nameOf(method.getBeanType())
				.ifPresent((jar) -> add(addresses, jar, requests(info)))));
		return addresses;
	}

	private static void add(SortedMap<String, Set<String>> addresses, String jar, Stream<String> more) {
		more.forEach(addresses.computeIfAbsent(jar, (added) -> new TreeSet<>())::add);
	}

	private static Stream<String> destinations(SimpAnnotationMethodMessageHandler handler,
			SimpMessageMappingInfo info) {
		Set<String> patterns = info.getDestinationConditions().getPatterns();
		return handler.getDestinationPrefixes()
			.stream()
			.flatMap((prefix) -> patterns.stream().map((pattern) -> (prefix + pattern).replaceAll("/+", "/")));
	}

	private static Stream<String> requests(RequestMappingInfo info) {
		String methods = info.getMethodsCondition()
			.getMethods()
			.stream()
			.map((method) -> method.name() + " ")
			.collect(Collectors.joining());
		return info.getPatternValues().stream().map((pattern) -> methods + pattern);
	}

}
